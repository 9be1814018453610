import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ExplanationStore } from '../comments/explanation.ts';
import type { Receipt, ReceiptStore } from '../comments/receipt.ts';
import { toComment } from './comment-row.ts';
import type { ReceiptRow } from './rows/receipts.ts';
import type { Schema } from './schema.ts';

/** Private links of authors, over a database or over one transaction of it. */
export function receiptStore(db: Kysely<Schema>): ReceiptStore {
  const all = () => db.selectFrom('receipts').selectAll();
  return {
    async add({ hash, commentId, createdAt, proven }) {
      const row = { hash, comment_id: commentId, created_at: createdAt, proven: proven ? 1 : 0 };
      const query = db.insertInto('receipts').values(row);
      await query.onConflict((conflict) => conflict.column('hash').doNothing()).execute();
    },
    async byHash(hash) {
      const row = await all().where('hash', '=', hash).executeTakeFirst();
      return row && toReceipt(row);
    },
    async of(commentId) {
      const query = all().where('comment_id', '=', commentId).orderBy('created_at').orderBy('hash');
      return (await query.execute()).map(toReceipt);
    },
    async commentsUnder(email, { after, limit }) {
      const query = db.selectFrom('comments').selectAll().where(sql<boolean>`lower(author_email) = ${email}`);
      const page = query.where('author_email', 'is not', null).where('id', '>', after).orderBy('id').limit(limit);
      return (await page.execute()).map(toComment);
    },
  };
}

function toReceipt({ hash, comment_id: commentId, created_at: createdAt, proven }: ReceiptRow): Receipt {
  return { hash, commentId, createdAt, proven: proven === 1 };
}

/** What moderators told authors, over a database or over one transaction of it. */
export function explanationStore(db: Kysely<Schema>): ExplanationStore {
  return {
    async of(commentId) {
      const query = db.selectFrom('explanations').select('text').where('comment_id', '=', commentId);
      return (await query.executeTakeFirst())?.text ?? null;
    },
    async tell(commentId, text) {
      if (text === null)
        return void (await db.deleteFrom('explanations').where('comment_id', '=', commentId).execute());
      const query = db.insertInto('explanations').values({ comment_id: commentId, text });
      await query.onConflict((conflict) => conflict.column('comment_id').doUpdateSet({ text })).execute();
    },
  };
}
