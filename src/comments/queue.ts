import type { Comment, Status } from './comment.ts';
import type { Standing } from './store.ts';
import type { Thread } from './thread.ts';

/** What is looked for in a lane; null where it does not matter. */
export interface Filter {
  /** Words, each of which begins a word of the text, the name or the addresses. */
  readonly text: string | null;
  /** Key of the thread. */
  readonly article: string | null;
  /** The whole name, or the whole e-mail address where it has an @. */
  readonly author: string | null;
  /** Keyed hash. */
  readonly network: string | null;
  /** Name of the rule that held it. */
  readonly rule: string | null;
  readonly language: string | null;
  /** Epoch milliseconds: written at or after. */
  readonly since: number | null;
  /** Epoch milliseconds: written before. */
  readonly until: number | null;
  /** Those that are nearly the same. */
  readonly cluster: string | null;
}

export const noFilter: Filter = {
  text: null,
  article: null,
  author: null,
  network: null,
  rule: null,
  language: null,
  since: null,
  until: null,
  cluster: null,
};

/** Letters and digits of what is looked for, in small letters; ten words are enough for anybody. */
export const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]{1,64}/gu) ?? []
  ).slice(0, 10);

export const isFiltered = (filter: Filter): boolean => Object.values(filter).some((value) => value !== null);

/** In which order a lane is read: the newest first, the largest groups first, or by what the learning filter thinks. */
export const orders = ['newest', 'largest', 'honest', 'spam'] as const;
export type Order = (typeof orders)[number];

/** Where a page ended: the id of its last row and, where the order is by a number, that number. */
export interface Cursor {
  readonly id: string;
  readonly value: number | null;
}

/** A row of the queue: the comment, its page, and the comment it answers. */
export interface QueueItem {
  readonly comment: Comment;
  readonly thread: Thread;
  readonly parent: Comment | null;
  /** How many in this lane are nearly the same, this one among them. */
  readonly alike: number;
  /** Of the same visitor or remembered author, this comment among them. */
  readonly record: AuthorRecord;
}

/** How an author's comments stand. */
export type AuthorRecord = Readonly<Record<Status, number>>;

export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly next: Cursor | null;
  /** Whether rows stand for groups: each but once, with the newest of it. */
  readonly grouped: boolean;
}

/** Which comments a decision is about. */
export interface Selection {
  /** The lane they were seen in: what stands elsewhere by now is left as it is. Null: wherever they stand. */
  readonly lane?: Status | null;
  readonly ids?: readonly string[];
  /** Whole groups, as far as they stand in the lane. */
  readonly clusters?: readonly string[];
  /** Everything in the lane that matches. */
  readonly matching?: Filter | null;
  /** Newest id that was there to be seen; what came later is not meant. Null: no bound. */
  readonly upTo?: string | null;
  /** Epoch milliseconds: words of authors that came later were not seen, and are not approved. Null: whatever they say. */
  readonly known?: number | null;
}

/** What the core asks of storage to show and to choose what waits. */
export interface QueueStore {
  /** A page of a lane. Without a filter, and by `newest` or `largest`, rows stand for groups. */
  page(
    status: Status,
    filter: Filter,
    page: { readonly order: Order; readonly after: Cursor | null; readonly limit: number },
  ): Promise<QueuePage>;
  /** One comment as its lane would show it, and what is left of it when it was erased. */
  item(id: string): Promise<QueueItem | undefined>;
  /** How many match; stops counting at `most`. */
  count(status: Status, filter: Filter, most: number): Promise<number>;
  /** Where those stand that a filter or a group chooses, newest first, `most` at the most. */
  choose(
    status: Status,
    chosen: { readonly filter: Filter } | { readonly clusters: readonly string[] },
    bound: { readonly upTo: string | null; readonly most: number },
  ): Promise<readonly Standing[]>;
  countByStatus(): Promise<Readonly<Record<Status, number>>>;
  /** Where comments stand, in order of writing; unknown ids, and what was erased, are passed over. */
  standingOf(ids: readonly string[]): Promise<readonly Standing[]>;
  /** Puts comments into a lane; `decidedAt` says when a moderator decided so, null that none did. */
  place(ids: readonly string[], status: Status, decidedAt: number | null): Promise<void>;
}

/** A comment that may be like another. */
export type Candidate = Pick<Comment, 'cluster' | 'body' | 'html'>;

/** What the core asks of storage to find what is nearly the same. */
export interface SketchStore {
  add(commentId: string, parts: readonly string[]): Promise<void>;
  /** Takes a text out of what others are compared with. */
  remove(commentId: string): Promise<void>;
  /** Comments that share a part, those that share most first; a few. */
  sharing(parts: readonly string[]): Promise<readonly Candidate[]>;
}
