import type { Kysely } from 'kysely';
import type { Invitation, InvitationStore } from '../comments/invitation.ts';
import type { InvitationRow, Schema } from './schema.ts';

/** One-time links to become a moderator. */
export function invitationStore(db: Kysely<Schema>): InvitationStore {
  const goodAt = (now: number) => db.selectFrom('invitations').selectAll().where('expires_at', '>', now);
  return {
    async offer({ id, email, hash, role, createdAt, expiresAt }) {
      const offered = { id, hash, role, created_at: createdAt, expires_at: expiresAt };
      const query = db.insertInto('invitations').values({ email, ...offered });
      await query.onConflict((conflict) => conflict.column('email').doUpdateSet(offered)).execute();
    },
    async open(now) {
      return (await goodAt(now).orderBy('email').execute()).map(toInvitation);
    },
    async byHash(hash, now) {
      const row = await goodAt(now).where('hash', '=', hash).executeTakeFirst();
      return row && toInvitation(row);
    },
    async withdraw(id) {
      const query = db.deleteFrom('invitations').where('id', '=', id);
      return (await query.executeTakeFirstOrThrow()).numDeletedRows === 1n;
    },
  };
}

function toInvitation(row: InvitationRow): Invitation {
  const { id, email, hash, role, created_at: createdAt, expires_at: expiresAt } = row;
  return { id, email, hash, role, createdAt, expiresAt };
}
