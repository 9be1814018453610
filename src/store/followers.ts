import type { Kysely } from 'kysely';
import type { Follower, FollowerStore } from '../comments/follower.ts';
import type { FollowerRow, Schema } from './schema.ts';

/** Addresses that follow a conversation, over a database or over one transaction of it. */
export function followerStore(db: Kysely<Schema>): FollowerStore {
  const by = async (column: 'id' | 'confirm_hash' | 'stop_hash', value: string): Promise<Follower | undefined> => {
    const row = await db.selectFrom('followers').selectAll().where(column, '=', value).executeTakeFirst();
    return row && toFollower(row);
  };
  return {
    async add(follower) {
      const query = db.insertInto('followers').values(toRow(follower));
      const done = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    byId: (id) => by('id', id),
    byConfirmHash: (hash) => by('confirm_hash', hash),
    byStopHash: (hash) => by('stop_hash', hash),
    async isShown(email, origin) {
      const query = db.selectFrom('followers').select('id').where('email', '=', email).where('origin', '=', origin);
      return (await query.where('confirmed_at', 'is not', null).limit(1).executeTakeFirst()) !== undefined;
    },
    async confirm(id, at) {
      const query = db.updateTable('followers').set({ confirmed_at: at }).where('id', '=', id);
      await query.where('confirmed_at', 'is', null).execute();
    },
    async remove(id) {
      await db.deleteFrom('followers').where('id', '=', id).execute();
    },
    async refuse(email, hash, at) {
      await db.deleteFrom('followers').where('email', '=', email).execute();
      const query = db.insertInto('refused_addresses').values({ hash, at });
      await query.onConflict((conflict) => conflict.doNothing()).execute();
    },
    async isRefused(hash) {
      const query = db.selectFrom('refused_addresses').select('hash').where('hash', '=', hash);
      return (await query.executeTakeFirst()) !== undefined;
    },
    async ofAddress(email, { after, limit }) {
      const query = db.selectFrom('followers').selectAll().where('email', '=', email).where('id', '>', after);
      return (await query.orderBy('id').limit(limit).execute()).map(toFollower);
    },
    async hearing({ threadKey, commentIds }, { after, limit }) {
      const query = db
        .selectFrom('followers')
        .selectAll()
        .where('thread_key', '=', threadKey)
        .where((eb) => (commentIds ? eb('comment_id', 'in', commentIds) : eb('comment_id', 'is', null)))
        .where('confirmed_at', 'is not', null)
        .where('id', '>', after);
      return (await query.orderBy('id').limit(limit).execute()).map(toFollower);
    },
  };
}

function toRow(follower: Follower): FollowerRow {
  return {
    id: follower.id,
    email: follower.email,
    thread_key: follower.threadKey,
    comment_id: follower.commentId,
    origin: follower.origin,
    confirm_hash: follower.confirmHash,
    stop_hash: follower.stopHash,
    created_at: follower.createdAt,
    confirmed_at: follower.confirmedAt,
    language: follower.language,
  };
}

function toFollower(row: FollowerRow): Follower {
  return {
    id: row.id,
    email: row.email,
    threadKey: row.thread_key,
    commentId: row.comment_id,
    origin: row.origin,
    confirmHash: row.confirm_hash,
    stopHash: row.stop_hash,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    language: row.language,
  };
}
