import { translatorFor } from '../messages/translator.ts';
import type { Comment, Status } from './comment.ts';
import type { Entry } from './outbox.ts';
import { sayReason } from './reason.ts';
import type { CommentStore } from './store.ts';
import type { Thread, ThreadStore } from './thread.ts';

/** What another program is told of a comment. No e-mail address, and nothing by which a visitor could be known. */
export interface Bulletin {
  readonly type: 'comment.held' | 'comment.approved';
  readonly thread: Pick<Thread, 'key' | 'url' | 'title'>;
  readonly comment: {
    readonly id: string;
    readonly parentId: string | null;
    readonly status: Status;
    readonly author: { readonly name: string; readonly website: string | null };
    /** As typed. */
    readonly body: string;
    /** Safe HTML. */
    readonly html: string;
    /** Why it is held, in English. */
    readonly reason: string | null;
    /** ISO 8601. */
    readonly createdAt: string;
  };
}

export interface BulletinParts {
  readonly comments: CommentStore;
  readonly threads: ThreadStore;
}

/** What an entry says, as things stand now; null when it is so no more. */
export function createBulletins({ comments, threads }: BulletinParts): (entry: Entry) => Promise<Bulletin | null> {
  return async ({ occasion, about }) => {
    const comment = await comments.byId(about);
    const thread = comment && (await threads.byKey(comment.threadKey));
    if (!comment || !thread || comment.erasedAt !== null) return null;
    const { key, url, title } = thread;
    const described = { thread: { key, url, title }, comment: viewOf(comment) };
    if (occasion === 'held' && comment.status === 'pending') return { type: 'comment.held', ...described };
    if (occasion === 'approved' && comment.status === 'approved') return { type: 'comment.approved', ...described };
    return null;
  };
}

const { t: inEnglish } = translatorFor('en');

function viewOf({ id, parentId, status, author, body, html, reason, createdAt }: Comment): Bulletin['comment'] {
  const { name, website } = author;
  const why = reason && sayReason(reason, inEnglish);
  const text = { body, html, reason: why, createdAt: new Date(createdAt).toISOString() };
  return { id, parentId, status, author: { name, website }, ...text };
}
