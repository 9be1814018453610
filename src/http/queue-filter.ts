import { type Status, statuses } from '../comments/comment.ts';
import { type Cursor, type Filter, isFiltered, noFilter, type Order, orders } from '../comments/queue.ts';
import { type MessageKey, message, type Said } from '../messages/message.ts';
import { isId } from './id.ts';
import type { Pair } from './pairs.ts';

/** What an address or a form asks of the queue. */
export interface Asked {
  /** Null where it names no lane that there is. */
  readonly status: Status | null;
  readonly filter: Filter;
  readonly order: Order;
  readonly after: Cursor | null;
  /** What was left out because it says nothing, null when all was understood. */
  readonly problem: Said | null;
}

/** As Express reads a query or a form: values of any kind. */
export type Given = Readonly<Record<string, unknown>> | undefined;

/** The name of each field in addresses and forms. */
export const fieldNames = {
  text: 'q',
  article: 'article',
  author: 'author',
  network: 'network',
  rule: 'rule',
  language: 'language',
  since: 'from',
  until: 'to',
  cluster: 'cluster',
} as const satisfies Record<keyof Filter, string>;

/** As long as an e-mail address may be, and what is looked for. */
export const longestValue = 254;
const dayMs = 24 * 3_600_000;

/** Reads what an address or a form says; whatever cannot be meant is left out, and told. */
export function askedOf(given: Given): Asked {
  const problems: Said[] = [];
  const read = (name: keyof Filter): string | null => {
    const value = given?.[fieldNames[name]];
    if (value === undefined || value === '') return null;
    const text = typeof value === 'string' ? cleaned(value) : '';
    if (text !== '' && text.length <= longestValue) return text;
    problems.push(message('queue.oneValue', { field: name, most: longestValue }));
    return null;
  };
  const day = (name: 'since' | 'until'): number | null => {
    const text = read(name);
    const at = text === null ? null : dayOf(text);
    if (text !== null && at === null) problems.push('queue.writeDates');
    return at;
  };
  const until = day('until');
  const cluster = read('cluster');
  if (cluster !== null && !isId(cluster)) problems.push('queue.noGroup');
  const filter: Filter = {
    text: read('text'),
    article: read('article'),
    author: read('author'),
    network: read('network'),
    rule: read('rule'),
    language: read('language'),
    since: day('since'),
    until: until === null ? null : until + dayMs,
    cluster: isId(cluster) ? cluster : null,
  };
  const order = orders.find((known) => known === given?.order) ?? 'newest';
  const status = statuses.find((known) => known === (given?.status ?? 'pending')) ?? null;
  return {
    status,
    filter,
    order,
    after: cursorIn(given, order === 'largest' && isFiltered(filter) ? 'newest' : order),
    problem: problems[0] ?? null,
  };
}

export const filterKeys: Readonly<Record<keyof Filter, MessageKey>> = {
  text: 'queue.byWords',
  article: 'queue.byArticle',
  author: 'queue.byAuthor',
  network: 'queue.byNetwork',
  rule: 'queue.byRule',
  language: 'queue.byLanguage',
  since: 'queue.bySince',
  until: 'queue.byUntil',
  cluster: 'queue.byLikeness',
};

/** Control characters are no part of what anybody looks for, and one of our databases cannot even be asked about them. */
const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();

function dayOf(text: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || dayText(at) !== text ? null : at;
}

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Where an order goes by a number, the cursor has one too. What is filtered has no groups, and comes newest first then. */
function cursorIn(given: Given, order: Order): Cursor | null {
  const { before: id, value } = given ?? {};
  if (!isId(id)) return null;
  if (order === 'newest') return { id, value: null };
  const number = typeof value === 'string' && /^\d[\d.e-]{0,24}$/.test(value) ? Number(value) : Number.NaN;
  const known = order === 'largest' ? Number.isSafeInteger(number) : number >= 0 && number <= 1;
  return known ? { id, value: number } : null;
}

/** The same in an address or a form; what goes without saying is left out. */
export function pairsOf({ status, filter, order, after }: Partial<Asked>): readonly Pair[] {
  const { since, until, ...texts } = filter ?? noFilter;
  const set = Object.entries({
    ...texts,
    since: since === null ? null : dayText(since),
    until: until === null ? null : dayText(until - dayMs),
  }).flatMap(([name, value]) => (value === null ? [] : [[fieldNames[name as keyof Filter], value] as const]));
  return [
    ...(status ? [['status', status] as const] : []),
    ...set,
    ...(order && order !== 'newest' ? [['order', order] as const] : []),
    ...(after ? [['before', after.id] as const] : []),
    ...(after && after.value !== null ? [['value', String(after.value)] as const] : []),
  ];
}
