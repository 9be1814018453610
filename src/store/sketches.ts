import type { Kysely } from 'kysely';
import type { SketchStore } from '../comments/queue.ts';
import type { Schema } from './schema.ts';

/** Each is compared word by word: a few are enough, for those that share most come first. */
const mostCandidates = 5;

/** However many texts share a part, that many are counted. */
const mostShared = 1_000;

/** Parts of texts that were held, over a database or over one transaction of it. */
export function sketchStore(db: Kysely<Schema>): SketchStore {
  return {
    async add(commentId, parts) {
      if (parts.length === 0) return;
      const rows = [...new Set(parts)].map((part) => ({ part, comment_id: commentId }));
      await db.insertInto('sketches').values(rows).execute();
    },
    async remove(commentId) {
      await db.deleteFrom('sketches').where('comment_id', '=', commentId).execute();
    },
    async sharing(parts) {
      const some = db
        .selectFrom('sketches')
        .select('comment_id')
        .where('part', 'in', parts)
        .limit(mostShared)
        .as('some');
      const shared = db
        .selectFrom(some)
        .select(({ fn }) => ['comment_id', fn.countAll<number>().as('parts')])
        .groupBy('comment_id')
        .orderBy('parts', 'desc')
        .orderBy('comment_id')
        .limit(mostCandidates)
        .as('shared');
      const rows = await db
        .selectFrom(shared)
        .innerJoin('comments', 'comments.id', 'shared.comment_id')
        .select(['comments.id', 'comments.cluster', 'comments.body', 'comments.html'])
        .orderBy('shared.parts', 'desc')
        .orderBy('comments.id')
        .execute();
      return rows.map(({ id, cluster, body, html }) => ({ cluster: cluster ?? id, body, html }));
    },
  };
}
