import type { ExpressionBuilder, SqlBool } from 'kysely';
import { type Expression, sql } from 'kysely';
import { firstIdAt } from '../comments/id.ts';
import { type Filter, wordsOf } from '../comments/queue.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

type Conditions = (eb: ExpressionBuilder<Schema, 'comments'>) => Expression<SqlBool>;

/** What a filter asks of a comment. */
export function matches(filter: Filter, holdsWords: Engine['holdsWords']): Conditions {
  return (eb) => {
    const { author } = filter;
    const byAuthor = author?.includes('@') ? 'comments.author_email' : 'comments.author_name';
    return eb.and([
      eb('comments.erased_at', 'is', null),
      ...(author === null ? [] : [eb(byAuthor, '=', author)]),
      ...(filter.article === null ? [] : [eb('comments.thread_key', '=', filter.article)]),
      ...(filter.network === null ? [] : [eb('comments.network', '=', filter.network)]),
      ...(filter.rule === null ? [] : [eb('comments.rule', '=', filter.rule)]),
      ...(filter.language === null ? [] : [eb('comments.language', '=', filter.language)]),
      ...(filter.cluster === null ? [] : [eb('comments.cluster', '=', filter.cluster)]),
      ...(filter.since === null ? [] : [eb('comments.id', '>=', firstIdAt(filter.since))]),
      ...(filter.until === null ? [] : [eb('comments.id', '<', firstIdAt(filter.until))]),
      ...(filter.text === null ? [] : [holding(wordsOf(filter.text), holdsWords)]),
    ]);
  };
}

/** A word that stands in every comment would keep the event loop busy for longer than others may wait. */
const mostFound = 20_000;

/** Signs alone are found nowhere. */
function holding(words: readonly string[], holdsWords: Engine['holdsWords']): Expression<SqlBool> {
  return words.length > 0 ? holdsWords(words, mostFound) : sql<SqlBool>`1 = 0`;
}
