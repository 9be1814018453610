import type { Request } from 'express';
import type { Landing } from '../comments/landing.ts';
import { type PageStart, type RestWanted, type Sort, sorts } from '../comments/paging.ts';
import type { Reading } from '../comments/reading.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';
import { isId } from './id.ts';
import type { HeadLink } from './pages.ts';
import type { ArticleView } from './view.ts';

/** Which page of the replies an address names; whatever in it makes no sense leads to the first one, oldest first. */
export interface PageQuery {
  readonly sort: Sort;
  readonly from: PageStart | null;
  /** A part of a long branch instead; null: the conversation. */
  readonly rest: RestWanted | null;
  /** The comment at the top of a branch that is to be shown in full. */
  readonly open: string | null;
}

export function pageQueryOf({ query }: Pick<Request, 'query'>): PageQuery {
  const sort = sorts.find((known) => known === query.sort) ?? 'oldest';
  const rest = restOf(query);
  if (rest) return { sort: 'oldest', from: null, rest, open: null };
  return { sort, from: startOf(query.from, sort), rest, open: isId(query.open) ? query.open : null };
}

export const restOf = ({ branch, from }: Request['query']): RestWanted | null =>
  isId(branch) && isId(from) ? { root: branch, from } : null;

/** `ID`, and for the most discussed `NUMBER-ID`: how many comments that branch had when the link was made. */
export function startOf(value: unknown, sort: Sort): PageStart | null {
  const [, count, id] = typeof value === 'string' ? (/^(?:(\d{1,9})-)?(.{36})$/.exec(value) ?? []) : [];
  if (!isId(id) || (sort === 'discussed') !== (count !== undefined)) return null;
  return { id, comments: count === undefined ? null : Number(count) };
}

function pageUrl(url: string, sort: Sort, from: PageStart | null, open: string | null = null): string {
  const start = from && (from.comments === null ? from.id : `${from.comments}-${from.id}`);
  const pairs = [
    ...(sort === 'oldest' ? [] : [`sort=${sort}`]),
    ...(start ? [`from=${start}`] : []),
    ...(open ? [`open=${open}`] : []),
  ];
  return pairs.length > 0 ? `${url}?${pairs.join('&')}` : url;
}

export const restUrl = (url: string, { root, from }: RestWanted): string => `${url}?branch=${root}&from=${from}`;

/** The same page of another address: where it was asked for, and what is done there leads back to it. */
export const queryUrl = (url: string, { sort, from, rest, open }: PageQuery): string =>
  rest ? restUrl(url, rest) : pageUrl(url, sort, from, open);

/** The address of the page that is shown. */
export function currentUrl(url: string, { sort, from, rest }: PageQuery, { branch }: Pick<Reading, 'branch'>): string {
  return branch && rest ? restUrl(url, rest) : pageUrl(url, sort, from);
}

/** Where a comment is shown, with its branch open. */
export function landingUrl(url: string, { from, foldedBelow, rest }: Landing, id: string): string {
  if (rest) return `${restUrl(url, rest)}#comment-${id}`;
  return `${pageUrl(url, 'oldest', from, foldedBelow)}#comment-${id}`;
}

/** The ways from one page of the replies to the others. */
export interface ReplyPagesView {
  /** Empty where there is little to sort. */
  readonly sorts: readonly { readonly label: string; readonly url: string; readonly current: boolean }[];
  readonly first: string | null;
  readonly previous: string | null;
  readonly next: string | null;
}

const labels: Readonly<Record<Sort, MessageKey>> = {
  oldest: 'article.oldest',
  newest: 'article.newest',
  discussed: 'article.discussed',
};
/** Fewer comments than these are in every order on one screen. */
const worthSorting = 3;

/** The ways from this page of the replies to the others. */
export function replyPagesView(url: string, { sort, from }: PageQuery, reading: Reading, t: Translate): ReplyPagesView {
  const { total, branch } = reading;
  const sortView = (each: Sort) => ({
    label: t(labels[each]),
    url: pageUrl(url, each, null),
    current: each === sort && !branch,
  });
  return {
    sorts: total < worthSorting ? [] : sorts.map(sortView),
    first: from || branch ? pageUrl(url, sort, branch?.home ?? null) : null,
    ...waysFrom(url, sort, reading),
  };
}

/** To the pages beside it; before the first one with the rest of a branch stands that of its root. */
export function waysFrom(url: string, sort: Sort, { branch, previous, next }: Reading) {
  const urlOf = (start: PageStart | null): string =>
    branch && start
      ? restUrl(url, { root: branch.root.id, from: start.id })
      : pageUrl(url, sort, start ?? branch?.home ?? null);
  return { previous: previous && urlOf(previous.from), next: next && urlOf(next) };
}

/** For programs, in the head of the page: the same ways, and the feeds that tell of what comes. */
export function headLinksTo(
  { article, form, pages: { previous, next } }: ArticleView,
  base: string,
  t: Translate,
): readonly HeadLink[] {
  const name = form?.replyingTo?.name ?? '';
  const answered = form?.replyingTo ? `${article.url}/comments/${form.parentId}` : null;
  return [
    ...(previous ? [{ rel: 'prev', href: previous } as const] : []),
    ...(next ? [{ rel: 'next', href: next } as const] : []),
    ...(answered ? [feedLink(answered, t('feed.comment', { name }))] : []),
    feedLink(article.url, t('feed.article', { title: article.title })),
    siteFeedLink(base, t),
  ];
}

export const siteFeedLink = (base: string, t: Translate): HeadLink => feedLink(base, t('feed.all'));

const feedLink = (url: string, title: string): HeadLink => ({
  rel: 'alternate',
  type: 'application/atom+xml',
  title,
  href: `${url}/feed.atom`,
});
