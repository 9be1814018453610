import type { Kysely } from 'kysely';
import type { MailLink, MailLinkStore } from '../comments/mail-link.ts';
import type { MailLinkRow, Schema } from './schema.ts';

/** Links that decide by mail, over a database or over one transaction of it. */
export function mailLinkStore(db: Kysely<Schema>): MailLinkStore {
  return {
    async offer(links) {
      if (links.length === 0) return;
      const query = db.insertInto('mail_links').values(links.map(toRow));
      await query.onConflict((conflict) => conflict.column('hash').doNothing()).execute();
    },
    async byHash(hash, now) {
      const query = db.selectFrom('mail_links').selectAll().where('hash', '=', hash).where('expires_at', '>', now);
      const row = await query.where('used_at', 'is', null).executeTakeFirst();
      return row && toLink(row);
    },
    async use(hash, now) {
      const query = db.updateTable('mail_links').set({ used_at: now }).where('hash', '=', hash);
      const good = query.where('expires_at', '>', now).where('used_at', 'is', null);
      const row = await good.returningAll().executeTakeFirst();
      return row && toLink(row);
    },
  };
}

function toRow({ hash, commentId, action, moderatorId, expiresAt }: MailLink): MailLinkRow {
  return { hash, comment_id: commentId, action, moderator_id: moderatorId, expires_at: expiresAt, used_at: null };
}

function toLink(row: MailLinkRow): MailLink {
  const { hash, action, comment_id: commentId, moderator_id: moderatorId, expires_at: expiresAt } = row;
  return { hash, commentId, action, moderatorId, expiresAt };
}
