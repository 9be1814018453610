import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';

/**
 * Comments in which every word begins some word of the text, the name or the addresses, by PostgreSQL's own text search.
 * `words` are letters and digits alone; of more than `most` only the newest are found. Found by itself (`offset 0`), or
 * the planner would read a lane row by row for a word that it thinks is common.
 */
export function holdsWords(words: readonly string[], most: number): Expression<SqlBool> {
  const query = words.map((word) => `'${word}':*`).join(' & ');
  return sql<SqlBool>`comments.id in (
    select id from (
      select id from comments as found where ${searched('found')} @@ to_tsquery('simple', ${query}) offset 0
    ) as found order by id desc limit ${most})`;
}

/**
 * What is searched: the index and the query have to say it in the same way. Without its signs an address is the words
 * it is made of; left alone, the parser would keep it as one.
 */
export function searched(table: string): Expression<unknown> {
  const columns = sql.raw(
    ['author_name', 'author_email', 'author_website', 'body']
      .map((name) => `coalesce(${table}.${name}, '')`)
      .join(` || ' ' || `),
  );
  return sql`to_tsvector('simple', translate(${columns}, ${sql.lit(signs)}, ${sql.lit(' '.repeat(signs.length))}))`;
}

const signs = '!"#$%&()*+,-./:;<=>?@[]^_`{|}~';
