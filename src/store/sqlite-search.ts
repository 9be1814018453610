import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';

/**
 * Comments in which every word begins some word of the text, the name or the addresses, by FTS5. `words` are letters and
 * digits alone. Of more than `most` only the newest are found.
 */
export function holdsWords(words: readonly string[], most: number): Expression<SqlBool> {
  const query = words.map((word) => `"${word}"*`).join(' ');
  return sql<SqlBool>`comments.id in (
    select comment_id from comment_numbers where number in (
      select rowid from comment_index where comment_index match ${query} order by rowid desc limit ${most}))`;
}
