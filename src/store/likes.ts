import { type Kysely, sql } from 'kysely';
import type { LikeStore, Likes } from '../comments/liking.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** Ids of one statement: databases bound its parameters. */
const batch = 500;

/** Likes and their counts, over a database or over one transaction of it, in which alone they are changed. */
export function likeStore(db: Kysely<Schema>, { alone, beside }: Pick<Engine, 'alone' | 'beside'>): LikeStore {
  return {
    async alone(commentId) {
      // Erasing is a decision: no like comes in between, and is left where its comment is gone.
      await beside(db, 'decisions');
      await alone(db, `likes ${commentId}`);
    },
    async add({ commentId: comment_id, visitor, network, at }) {
      const query = db.insertInto('likes').values({ comment_id, visitor, network, at });
      const done = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
      if (done.numInsertedOrUpdatedRows !== 1n) return false;
      await db
        .insertInto('like_counts')
        .values({ comment_id, likes: 1 })
        .onConflict((conflict) =>
          conflict.column('comment_id').doUpdateSet(({ ref, eb }) => ({ likes: eb(ref('like_counts.likes'), '+', 1) })),
        )
        .execute();
      return true;
    },
    async remove({ commentId, visitor }) {
      const query = db.deleteFrom('likes').where('comment_id', '=', commentId).where('visitor', '=', visitor);
      if ((await query.executeTakeFirstOrThrow()).numDeletedRows !== 1n) return false;
      await db
        .updateTable('like_counts')
        .set(({ eb }) => ({ likes: eb('likes', '-', 1) }))
        .where('comment_id', '=', commentId)
        .execute();
      return true;
    },
    async countFrom({ commentId, network }, since) {
      const query = db.selectFrom('likes').where('comment_id', '=', commentId).where('network', '=', network);
      const counted = query.where('at', '>', since).select(({ fn }) => fn.countAll<number>().as('likes'));
      return (await counted.executeTakeFirstOrThrow()).likes;
    },
    async on(commentIds, visitor) {
      const found = new Map<string, Likes>();
      for (let from = 0; from < commentIds.length; from += batch)
        for (const { comment_id, likes, own } of await likesOn(db, commentIds.slice(from, from + batch), visitor))
          found.set(comment_id, { count: likes, own: own !== null });
      return found;
    },
  };
}

function likesOn(db: Kysely<Schema>, ids: readonly string[], visitor: string | null) {
  const counted = db
    .selectFrom('like_counts')
    .select(['like_counts.comment_id', 'like_counts.likes'])
    .where('like_counts.comment_id', 'in', ids)
    .where('like_counts.likes', '>', 0);
  if (visitor === null) return counted.select(sql<null>`null`.as('own')).execute();
  return counted
    .leftJoin('likes', (join) =>
      join.onRef('likes.comment_id', '=', 'like_counts.comment_id').on('likes.visitor', '=', visitor),
    )
    .select('likes.visitor as own')
    .execute();
}
