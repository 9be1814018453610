import type { Comment } from './comment.ts';
import { type DecisionStore, itsAuthor } from './decision.ts';
import type { ErasureStore } from './erasing.ts';
import type { ErasureRequest, ErasureRequestStore } from './erasure-request.ts';
import { CommentsError } from './error.ts';
import type { ExplanationStore } from './explanation.ts';
import { outcomesOf } from './outcome.ts';
import type { Receipt, ReceiptStore } from './receipt.ts';
import { hashOfSecret } from './secret.ts';
import type { CommentStore } from './store.ts';
import type { Thread, ThreadStore } from './thread.ts';
import type { Place, PlacesOf } from './waiting.ts';

/**
 * Where a comment stands, as its author is told: what a rule filed as spam waits like any other; `hidden` is approved,
 * below something that is not; `refused` is whatever a moderator decided against.
 */
export type OwnStanding = 'waiting' | 'published' | 'hidden' | 'refused' | 'deleted';

/** A comment as its author has it by a receipt. */
export interface OwnComment {
  readonly receipt: Receipt;
  readonly comment: Comment;
  readonly thread: Thread;
  readonly standing: OwnStanding;
  /** Null unless it waits. */
  readonly place: Place | null;
  /** What a moderator told the author. Why a rule held it is never told: it would teach whoever sends spam. */
  readonly explanation: string | null;
  /** The author's request to have it erased and, where the link was sent there, everything under the address. */
  readonly request: ErasureRequest | null;
  readonly addressRequest: ErasureRequest | null;
  /** Comments that answer it. */
  readonly answers: number;
  /** Whether there is something to take back. */
  readonly removable: boolean;
  /** Until when its author can change its text, in epoch milliseconds; null: no more. */
  readonly editableUntil: number | null;
}

export interface OwnCommentParts {
  readonly receipts: Pick<ReceiptStore, 'byHash'>;
  readonly explanations: Pick<ExplanationStore, 'of'>;
  readonly comments: Pick<CommentStore, 'byId'>;
  readonly threads: Pick<ThreadStore, 'byKey'>;
  readonly decisions: Pick<DecisionStore, 'page'>;
  readonly erasures: Pick<ErasureStore, 'answersTo'>;
  readonly erasureRequests: Pick<ErasureRequestStore, 'latest'>;
}

/** An author has so long to mend a slip. */
export const editMs = 15 * 60_000;

/** Reads what a link opens; nothing is changed by it. @throws CommentsError `not-found` when the token is nobody's. */
export async function ownComment(
  token: string,
  parts: OwnCommentParts & { readonly placesOf: PlacesOf; readonly now: () => number },
): Promise<OwnComment> {
  const { receipt, comment } = await opened(token, parts);
  const thread = await parts.threads.byKey(comment.threadKey);
  if (!thread) throw new CommentsError('not-found', 'receipt.missing');
  const standing = await standingOf(comment, parts);
  const place = standing === 'waiting' ? ((await parts.placesOf([comment])).get(comment.id) ?? null) : null;
  const explanation = await parts.explanations.of(comment.id);
  const editableUntil = isEditable(comment, standing, parts.now()) ? comment.createdAt + editMs : null;
  const removable = !isGone(standing);
  const answers = await parts.erasures.answersTo(comment.id);
  const asked = await requestsOf(receipt, comment, parts.erasureRequests);
  return { receipt, comment, thread, standing, place, explanation, ...asked, answers, removable, editableUntil };
}

async function requestsOf(receipt: Receipt, comment: Comment, store: OwnCommentParts['erasureRequests']) {
  const { id } = comment;
  const request = (await store.latest({ commentId: id, email: null })) ?? null;
  const email = provenAddress(receipt, comment);
  const addressRequest = email === null ? null : ((await store.latest({ commentId: id, email })) ?? null);
  return { request, addressRequest };
}

/** The address, in lower case, under which the link opens everything; null: it opens its one comment. */
export const provenAddress = ({ proven }: Receipt, { author }: Comment): string | null =>
  proven ? (author.email?.toLowerCase() ?? null) : null;

/** The link and its one comment. @throws CommentsError `not-found` when the token is nobody's. */
export async function opened(
  token: string,
  { receipts, comments }: Pick<OwnCommentParts, 'receipts' | 'comments'>,
): Promise<Pick<OwnComment, 'receipt' | 'comment'>> {
  const receipt = await receipts.byHash(hashOfSecret(token));
  const comment = receipt && (await comments.byId(receipt.commentId));
  if (!receipt || !comment || comment.erasedAt !== null) throw new CommentsError('not-found', 'receipt.missing');
  return { receipt, comment };
}

export async function standingOf(
  comment: Comment,
  parts: Pick<OwnCommentParts, 'comments' | 'decisions'>,
): Promise<OwnStanding> {
  const { id, rootId, status, decidedAt } = comment;
  if (status === 'pending' || (status === 'spam' && decidedAt === null)) return 'waiting';
  if (status === 'approved')
    return id === rootId || (await parts.comments.byId(rootId))?.status === 'approved' ? 'published' : 'hidden';
  const [outcome] = status === 'trash' ? await outcomesOf([id], parts) : [];
  return outcome?.decision?.moderatorId === itsAuthor ? 'deleted' : 'refused';
}

/** Whether a moderator has decided against it, or its author has taken it back. */
export const isGone = (standing: OwnStanding): boolean => standing === 'refused' || standing === 'deleted';

/** Not what was decided against, and not what a moderator has corrected: that would bring back what was taken out. */
export function isEditable(comment: Comment, standing: OwnStanding, now: number): boolean {
  const isOwn = comment.editedAt === null || comment.editedByAuthor;
  return !isGone(standing) && isOwn && now <= comment.createdAt + editMs;
}

/** `a…@e…`: whoever finds a link that was not sent to the address learns none by it. */
export function hintOf(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}…@${host.slice(0, 1)}…`;
}
