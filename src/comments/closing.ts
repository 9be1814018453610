import { message, type Said } from '../messages/message.ts';
import type { SettingStore, Settings } from './setting.ts';
import type { Stores, Transaction } from './store.ts';
import type { Thread, ThreadStore } from './thread.ts';

/** What an article says of itself. */
export interface Closable {
  readonly key: string;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly comments: 'open' | 'closed';
}

/** Why nothing can be posted, and the sentence that tells readers. */
export interface Closed {
  readonly by: 'site' | 'article' | 'moderator' | 'age';
  readonly sentence: Said;
}

/** What the site decided for all its articles. */
export interface ClosingSettings {
  /** Days after its own that an article stays open, or null for ever. */
  readonly afterDays: number | null;
  /** Since when nothing can be posted anywhere (epoch milliseconds), or null. */
  readonly frozenSince: number | null;
}

export interface Overview extends ClosingSettings {
  readonly closed: (article: Closable) => Closed | null;
  /** As if the site could be posted to. */
  readonly closedIfThawed: (article: Closable) => Closed | null;
}

interface ClosingParts {
  readonly threads: ThreadStore;
  readonly settings: SettingStore;
  readonly transaction: Transaction;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type Closing = ReturnType<typeof createClosing>;

/** Most days an article can be told to stay open. */
export const mostDays = 3_650;

/** Which threads can be posted to: the one place that says so, for reading, for posting and for the sum. */
export function createClosing({ threads, settings, transaction, now }: ClosingParts) {
  /** Why this article cannot be replied to, or null when it can. */
  async function closed(article: Closable): Promise<Closed | null> {
    const site = await current();
    const closedAt = await threads.closedAt(article.key);
    return closedBy(article, closedAt !== null, site, now());
  }

  /** The same for many articles of one moment, and what was set. */
  async function overview(): Promise<Overview> {
    const site = await current();
    const keys = await threads.closed();
    const closedUnder = (set: ClosingSettings) => (article: Closable) =>
      closedBy(article, keys.has(article.key), set, now());
    return { ...site, closed: closedUnder(site), closedIfThawed: closedUnder({ ...site, frozenSince: null }) };
  }

  const current = async (): Promise<ClosingSettings> => toClosing(await settings.read('closeAfterDays', 'frozenSince'));

  /** Closes one thread, or opens it again. */
  const close = (thread: Thread): Promise<void> => write((stores) => stores.threads.close(thread, now()));
  const open = (thread: Thread): Promise<void> => write((stores) => stores.threads.close(thread, null));

  /** Days, 1 to `mostDays`; null for never. */
  const closeAfter = (days: number | null): Promise<void> =>
    write((stores) => stores.settings.set('closeAfterDays', days === null ? null : String(days)));

  const freeze = (): Promise<void> => write((stores) => stores.settings.set('frozenSince', String(now())));
  const thaw = (): Promise<void> => write((stores) => stores.settings.set('frozenSince', null));

  const write = (act: (stores: Stores) => Promise<void>): Promise<void> => transaction(act);

  return { closed, overview, close, open, closeAfter, freeze, thaw };
}

function toClosing({ closeAfterDays, frozenSince }: Settings): ClosingSettings {
  return {
    afterDays: closeAfterDays === undefined ? null : Number(closeAfterDays),
    frozenSince: frozenSince === undefined ? null : Number(frozenSince),
  };
}

function closedBy(article: Closable, byHand: boolean, site: ClosingSettings, now: number): Closed | null {
  if (site.frozenSince !== null) return { by: 'site', sentence: 'closed.site' };
  if (article.comments === 'closed') return { by: 'article', sentence: 'closed.article' };
  if (byHand) return { by: 'moderator', sentence: 'closed.moderator' };
  const { afterDays } = site;
  if (afterDays === null || now < Date.parse(`${article.date}T00:00:00Z`) + afterDays * dayMs) return null;
  return { by: 'age', sentence: message('closed.age', { days: afterDays }) };
}

const dayMs = 24 * 3_600_000;
