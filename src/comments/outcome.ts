import type { Comment } from './comment.ts';
import type { Decision, DecisionStore } from './decision.ts';
import type { CommentStore } from './store.ts';

/** Where a comment stands, and the decision that it stands there by; null where screening put it there. */
export interface Outcome {
  readonly comment: Comment;
  readonly decision: Decision | null;
}

export interface OutcomeParts {
  readonly comments: Pick<CommentStore, 'byId'>;
  readonly decisions: Pick<DecisionStore, 'page'>;
}

/** Edits after a decision, of which there are rarely more than one. */
const lately = 10;

/** What became of comments that a moderator meant to decide on; unknown ids are passed over. */
export async function outcomesOf(ids: readonly string[], parts: OutcomeParts): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    const comment = await parts.comments.byId(id);
    if (!comment || comment.erasedAt !== null) continue;
    const latest = await parts.decisions.page(null, lately, { moderatorId: null, commentId: id });
    // Whoever changed its text, or told its author why, has not placed it.
    outcomes.push({ comment, decision: latest.find(({ from, to }) => from !== to) ?? null });
  }
  return outcomes;
}
