import type { Kysely } from 'kysely';
import type { Counts } from '../comments/learning/bayes.ts';
import type { Schema } from './schema.ts';

/** Rows of one statement: databases bound its parameters, and SQLite runs on the event loop's own thread. */
const batch = 100;

type Difference = readonly [token: string, Counts];

/** Adds the differences to what is there. Nothing falls below 0: a token may be gone, or its text have changed since. */
export async function addCounts(
  db: Kysely<Schema>,
  differences: ReadonlyMap<string, Counts>,
  at: number,
): Promise<void> {
  await countDown(db, [...differences]);
  const more = [...differences].map(([token, { spam, honest }]) => {
    return { token, spam: Math.max(0, spam), honest: Math.max(0, honest), learned_at: at };
  });
  const rows = more.filter(({ spam, honest }) => spam + honest > 0);
  for (let from = 0; from < rows.length; from += batch) {
    await db
      .insertInto('learned_tokens')
      .values(rows.slice(from, from + batch))
      .onConflict((conflict) =>
        conflict.column('token').doUpdateSet(({ ref, eb }) => ({
          spam: eb(ref('learned_tokens.spam'), '+', ref('excluded.spam')),
          honest: eb(ref('learned_tokens.honest'), '+', ref('excluded.honest')),
          learned_at: ref('excluded.learned_at'),
        })),
      )
      .execute();
  }
}

/** Tokens that lose as much are counted down together: most of them lose one. What nobody has any more is deleted. */
async function countDown(db: Kysely<Schema>, differences: readonly Difference[]): Promise<void> {
  for (const kind of ['spam', 'honest'] as const) {
    const losses = Map.groupBy(
      differences.filter(([, difference]) => difference[kind] < 0),
      ([, difference]) => -difference[kind],
    );
    for (const [loss, losing] of losses)
      for (let from = 0; from < losing.length; from += batch) {
        const tokens = losing.slice(from, from + batch).map(([token]) => token);
        await db
          .updateTable('learned_tokens')
          .set(({ eb, ref }) => ({
            [kind]: eb
              .case()
              .when(ref(kind), '>', loss)
              .then(eb(ref(kind), '-', loss))
              .else(0)
              .end(),
          }))
          .where('token', 'in', tokens)
          .execute();
        const gone = db.deleteFrom('learned_tokens').where('token', 'in', tokens);
        await gone.where('spam', '=', 0).where('honest', '=', 0).execute();
      }
  }
}
