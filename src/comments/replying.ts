import { type Comment, fromDraft } from './comment.ts';
import type { Act, Change } from './decision-log.ts';
import { CommentsError } from './error.ts';
import { noEvidence } from './evidence.ts';
import type { Moderator } from './moderator.ts';
import type { QueueItem } from './queue.ts';
import type { Stores } from './store.ts';

/** A moderator's reply before it is stored. */
export interface ModeratorDraft {
  /** What it will be known by. */
  readonly id: string;
  readonly body: string;
  /** Safe, made from the body. */
  readonly html: string;
  readonly submissionId: string;
  readonly moderator: Pick<Moderator, 'id' | 'name'>;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Epoch milliseconds: words of the author that came later were not seen. Null: whatever they say. */
  readonly known: number | null;
}

export interface Answered extends Act {
  /** The reply. */
  readonly comment: Comment;
  readonly approved: boolean;
}

/**
 * Stores a moderator's reply, published at once, and approves what it answers if that still waits. Undone, the reply goes
 * to the trash, which is where the log says it came from, and the other back.
 */
export async function answer(stores: Stores, id: string, draft: ModeratorDraft): Promise<Answered> {
  const act = { moderatorId: draft.moderator.id, undoes: null, act: 'reply' } as const;
  const earlier = await stores.comments.bySubmission(draft.submissionId);
  if (earlier) return { ...act, changes: [], comment: sentBefore(earlier, id, draft), approved: false };
  const { comment: parent, thread } = await answerable(stores, id);
  if (draft.known !== null && (await stores.edits.changedByAuthors([id], draft.known)).has(id))
    throw new CommentsError('invalid', 'desk.changedSince');
  const comment = replyTo(parent, draft);
  await stores.comments.add(comment, thread);
  const changes: Change[] = [];
  for (const before of await stores.queue.standingOf([parent.id, comment.id])) {
    if (before.id === parent.id && before.status !== 'pending') continue;
    const after = { id: before.id, status: 'approved', decidedAt: draft.at } as const;
    const from = before.id === comment.id ? ({ ...before, status: 'trash' } as const) : before;
    changes.push({ before: from, after });
  }
  const ids = changes.map(({ after }) => after.id);
  await stores.queue.place(ids, 'approved', draft.at);
  return { ...act, changes, comment, approved: ids.includes(parent.id) };
}

function sentBefore(earlier: Comment, id: string, { moderator }: ModeratorDraft): Comment {
  if (earlier.parentId === id && earlier.moderatorId === moderator.id) return earlier;
  throw new CommentsError('invalid', 'desk.oldForm');
}

async function answerable({ queue, settings }: Stores, id: string): Promise<QueueItem> {
  if ((await settings.read('frozenSince')).frozenSince !== undefined) throw new CommentsError('invalid', 'desk.frozen');
  const item = await queue.item(id);
  if (!item || item.comment.erasedAt !== null) throw new CommentsError('not-found', 'desk.answeredGone');
  if (item.comment.status === 'approved' || item.comment.status === 'pending') return item;
  throw new CommentsError('invalid', 'desk.approveFirst');
}

function replyTo(parent: Comment, { id, body, html, submissionId, moderator, at }: ModeratorDraft): Comment {
  const author = { name: moderator.name, email: null, website: null };
  const visitor = { id: `moderator-${moderator.id}`, address: '', network: '', author: null };
  const filing = {
    id,
    threadKey: parent.threadKey,
    parent,
    html,
    submissionId,
    visitor,
    language: null,
    thinkSeconds: null,
    now: at,
  };
  const draft = { body, author, parentId: parent.id, honeypot: '' };
  const comment = fromDraft(draft, { ...filing, verdict: { action: 'publish' }, evidence: noEvidence });
  return { ...comment, address: null, network: null, moderatorId: moderator.id };
}
