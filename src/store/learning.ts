import { type Kysely, sql } from 'kysely';
import type { Counts } from '../comments/learning/bayes.ts';
import { everything, type Kind, type LearningStore } from '../comments/learning/learning.ts';
import { toComment } from './comment-row.ts';
import type { Engine } from './engine.ts';
import { addCounts } from './learning-counts.ts';
import type { Schema } from './schema.ts';

/** Lists are filled up to a multiple of this, so that few different statements have to be kept ready. */
const listStep = 100;
/** Values of one list: both databases bound them. */
const listMost = 10_000;

/** What the learning filter knows, over a database or over one transaction of it. */
export function learningStore(db: Kysely<Schema>, alone: Engine['alone']): LearningStore {
  return {
    alone: () => alone(db, 'learning'),
    async progress() {
      const row = await db.selectFrom('learning').selectAll().executeTakeFirstOrThrow();
      return { position: row.position, since: row.since, resetAt: row.reset_at };
    },
    async moveTo(position) {
      await db.updateTable('learning').set({ position }).execute();
    },
    async examples(ids) {
      if (ids.length === 0) return [];
      const query = db.selectFrom('comments').leftJoin('learned_comments', 'learned_comments.id', 'comments.id');
      const rows = await query
        .selectAll('comments')
        .select('learned_comments.kind')
        .where('comments.id', 'in', ids)
        .execute();
      return rows.map((row) => ({ comment: toComment(row), decidedAt: row.decided_at, learned: row.kind }));
    },
    mark: (ids, kind) => mark(db, ids, kind),
    add: (differences, at) => addCounts(db, differences, at),
    countsOf: (tokens) => countsOf(db, tokens),
    async telling(kind, all, limit) {
      const other = kind === 'spam' ? 'honest' : 'spam';
      const lead = sql<number>`${sql.ref(kind)} * ${sql.val(all[other])} - ${sql.ref(other)} * ${sql.val(all[kind])}`;
      const query = db.selectFrom('learned_tokens').selectAll().where('token', '<>', everything).where(lead, '>', 0);
      return countsIn(await query.orderBy(lead, 'desc').orderBy('token').limit(limit).execute());
    },
    async size() {
      const query = db.selectFrom('learned_tokens').where('token', '<>', everything);
      const row = await query.select(({ fn }) => fn.countAll<number>().as('tokens')).executeTakeFirstOrThrow();
      return row.tokens;
    },
    async clear({ position, since, resetAt }) {
      await db.deleteFrom('learned_tokens').execute();
      await db.deleteFrom('learned_comments').execute();
      await db.updateTable('learning').set({ position, since, reset_at: resetAt }).execute();
    },
  };
}

async function mark(db: Kysely<Schema>, ids: readonly string[], kind: Kind | null): Promise<void> {
  if (kind === null) {
    await db.deleteFrom('learned_comments').where('id', 'in', ids).execute();
    return;
  }
  await db
    .insertInto('learned_comments')
    .values(ids.map((id) => ({ id, kind })))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind }))
    .execute();
}

async function countsOf(db: Kysely<Schema>, tokens: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>();
  for (let from = 0; from < tokens.length; from += listMost) {
    const list = filled(tokens.slice(from, from + listMost));
    const rows = await db.selectFrom('learned_tokens').selectAll().where('token', 'in', list).execute();
    for (const [token, its] of countsIn(rows)) counts.set(token, its);
  }
  return counts;
}

function filled(list: readonly string[]): readonly string[] {
  const size = Math.ceil(list.length / listStep) * listStep;
  return [...list, ...Array<string>(size - list.length).fill(list[0] ?? '')];
}

const countsIn = (rows: readonly (Counts & { readonly token: string })[]): ReadonlyMap<string, Counts> =>
  new Map(rows.map(({ token, spam, honest }) => [token, { spam, honest }]));
