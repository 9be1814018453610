import type { Kysely } from 'kysely';
import type { SignedInVisit, SignedInVisitStore } from '../comments/signed-in-visit.ts';
import { toModerator } from './moderators.ts';
import type { Schema, SignInRow } from './schema.ts';

/** Where moderators are signed in. */
export function signedInVisitStore(db: Kysely<Schema>): SignedInVisitStore {
  return {
    async add({ id, moderatorId, half, device, createdAt, seenAt }) {
      const times = { created_at: createdAt, seen_at: seenAt };
      await db
        .insertInto('sign_ins')
        .values({ id, moderator_id: moderatorId, half: Number(half), device, ...times })
        .execute();
    },
    async byId(id) {
      const visits = db.selectFrom('sign_ins as visit').where('visit.id', '=', id);
      const row = await visits
        .innerJoin('moderators', 'moderators.id', 'visit.moderator_id')
        .selectAll('moderators')
        .select(['visit.half', 'visit.device', 'visit.created_at as began_at', 'visit.seen_at as last_at'])
        .executeTakeFirst();
      if (!row) return undefined;
      const times = { created_at: row.began_at, seen_at: row.last_at };
      const visit = toVisit({ id, moderator_id: row.id, half: row.half, device: row.device, ...times });
      return { visit, moderator: toModerator(row) };
    },
    async of(moderatorId) {
      const visits = db.selectFrom('sign_ins').selectAll().where('moderator_id', '=', moderatorId);
      return (await visits.where('half', '=', 0).orderBy('seen_at', 'desc').orderBy('id').execute()).map(toVisit);
    },
    async see({ id, moderatorId }, at) {
      await db.updateTable('sign_ins').set({ seen_at: at }).where('id', '=', id).execute();
      await db.updateTable('moderators').set({ seen_at: at }).where('id', '=', moderatorId).execute();
    },
    async end(id) {
      await db.deleteFrom('sign_ins').where('id', '=', id).execute();
    },
    async endAll(moderatorId, except) {
      const all = db.deleteFrom('sign_ins').where('moderator_id', '=', moderatorId);
      await (except === null ? all : all.where('id', '<>', except)).execute();
    },
  };
}

function toVisit(row: SignInRow): SignedInVisit {
  return {
    id: row.id,
    moderatorId: row.moderator_id,
    half: row.half === 1,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  };
}
