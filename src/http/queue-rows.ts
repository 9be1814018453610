import type { Comment, Status } from '../comments/comment.ts';
import type { Opinion } from '../comments/learning/filter.ts';
import { inWords } from '../comments/learning/wording.ts';
import { type AuthorRecord, type Filter, noFilter, type QueueItem } from '../comments/queue.ts';
import { sayInRow, sayReason } from '../comments/reason.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate, Translator } from '../messages/translator.ts';
import { queryOf } from './pairs.ts';
import { type Asked, pairsOf } from './queue-filter.ts';
import type { LinkView, QueueRowView } from './queue-view.ts';
import { momentView } from './time-view.ts';

export interface RowsParts {
  /** Where the application is mounted. */
  readonly base: string;
  readonly asked: Asked;
  readonly status: Status;
  /** Whether rows stand for groups. */
  readonly grouped: boolean;
  /** What the learning filter thinks of them by now, by id. */
  readonly opinions: ReadonlyMap<string, Opinion>;
  readonly now: number;
  readonly translator: Translator;
}

/** Characters that fit into a row. */
const longBody = 900;
const longLines = 14;
/** Words that weighed most with the learning filter. */
const mostWords = 5;

export function rowView({ comment, thread, parent, alike, record }: QueueItem, parts: RowsParts): QueueRowView {
  const { base, status, grouped, opinions, now, translator } = parts;
  const { t } = translator;
  const { id, author, html, body, createdAt, reason, spamScore, cluster } = comment;
  const opinion = opinions.get(id);
  return {
    id,
    name: author.name,
    email: author.email,
    website: author.website,
    html,
    long: body.length > longBody || body.split('\n').length > longLines,
    at: momentView(createdAt, now, translator),
    article: { title: thread.title, url: `${base}${thread.url}` },
    inReplyTo: parent && { name: parent.author.name, html: parent.html },
    reason: reason && sayReason(reason, t),
    // Moderators alone put comments there else, and whenever they do, the moment is kept.
    byItsAuthor: comment.status === 'trash' && comment.decidedAt === null,
    url: `${base}/moderation/comments/${id}`,
    group: grouped && alike > 1 ? cluster : null,
    alike: alike > 1 ? { more: alike - 1, url: urlOf(parts, { ...noFilter, cluster }) } : null,
    record: recordText(record, status, t),
    spam: spamScore === null ? null : t('queue.score', { percent: Math.round(spamScore * 100) }),
    words: opinion ? wordsOf(opinion, t) : null,
    narrow: narrowing(comment, parts),
  };
}

function wordsOf({ weighed }: Opinion, t: Translate): string {
  const words = weighed.slice(0, mostWords);
  return sayInRow(
    words.map(({ token, weight }) => `${weight < 0 ? '−' : ''}${inWords(token, t)}`),
    t,
  );
}

function urlOf({ base, asked, status }: RowsParts, filter: Filter): string {
  return `${base}/moderation?${queryOf(pairsOf({ status, filter, order: asked.order }))}`;
}

/** What it shares with others, and is not filtered by yet. */
function narrowing(comment: Comment, parts: RowsParts): QueueRowView['narrow'] {
  const { filter } = parts.asked;
  const link = (name: keyof Filter, value: string | null, text = value): LinkView | null =>
    value === null || text === null || filter[name] === value
      ? null
      : { text, url: urlOf(parts, { ...filter, cluster: null, [name]: value }) };
  const { author, network, rule, reason, language, threadKey } = comment;
  return {
    article: link('article', threadKey),
    author: link('author', author.email ?? (author.name.includes('@') ? null : author.name), author.name),
    rule: link('rule', rule, reason && sayReason(reason, parts.translator.t)),
    network: link('network', network, network && networkName(network)),
    language: link('language', language),
  };
}

/** Enough of a hash to tell one from another. */
export const networkName = (network: string): string => network.slice(0, 8);

/** This comment itself is counted where it stands. */
function recordText(record: AuthorRecord, status: Status, t: Translate): string {
  const known = (Object.keys(recordKeys) as Status[]).flatMap((lane) => {
    const [key, moreKey] = recordKeys[lane];
    const count = record[lane] - (lane === status ? 1 : 0);
    return count > 0 ? [t(lane === status ? moreKey : key, { count })] : [];
  });
  return known.length > 0 ? sayInRow(known, t) : t('queue.knownNothing');
}

/** For other lanes, and for the one that is shown. */
const recordKeys: Readonly<Record<Status, readonly [MessageKey, MessageKey]>> = {
  approved: ['queue.knownApproved', 'queue.knownMoreApproved'],
  pending: ['queue.knownWaiting', 'queue.knownMoreWaiting'],
  spam: ['queue.knownSpam', 'queue.knownMoreSpam'],
  trash: ['queue.knownTrash', 'queue.knownMoreTrash'],
};
