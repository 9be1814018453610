import type { Kysely } from 'kysely';
import type { SecondFactorStore } from '../comments/moderator.ts';
import type { Schema } from './schema.ts';

/** What moderators prove who they are with, beside the password. */
export function secondFactorStore(db: Kysely<Schema>): SecondFactorStore {
  return {
    async set(moderatorId, factor, recoveryCodes) {
      const columns = { otp_secret: factor?.secret ?? null, otp_step: factor?.usedStep ?? null };
      await db.updateTable('moderators').set(columns).where('id', '=', moderatorId).execute();
      await db.deleteFrom('recovery_codes').where('moderator_id', '=', moderatorId).execute();
      const rows = recoveryCodes.map((hash) => ({ moderator_id: moderatorId, hash }));
      if (rows.length > 0) await db.insertInto('recovery_codes').values(rows).execute();
    },
    async useStep(moderatorId, step) {
      const own = db.updateTable('moderators').set({ otp_step: step }).where('id', '=', moderatorId);
      return (await own.where('otp_step', '<', step).executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },
    async useRecoveryCode(moderatorId, hash) {
      const own = db.deleteFrom('recovery_codes').where('moderator_id', '=', moderatorId);
      return (await own.where('hash', '=', hash).executeTakeFirstOrThrow()).numDeletedRows === 1n;
    },
    async countRecoveryCodes(moderatorId) {
      const own = db.selectFrom('recovery_codes').where('moderator_id', '=', moderatorId);
      const query = own.select(({ fn }) => fn.countAll<number>().as('codes'));
      return (await query.executeTakeFirstOrThrow()).codes;
    },
  };
}
