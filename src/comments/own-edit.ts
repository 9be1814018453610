import type { createAdmission } from './admission.ts';
import { isProven } from './author.ts';
import { type Comment, type Draft, type Status, statusAfter } from './comment.ts';
import { itsAuthor } from './decision.ts';
import { createDecisionLog, type DecisionLogParts } from './decision-log.ts';
import { changeText } from './editing.ts';
import { CommentsError } from './error.ts';
import { type Evidence, type EvidenceSources, evidenceOn } from './evidence.ts';
import { markupVersion, toSafeHtml } from './markup.ts';
import { editMs, isEditable, opened, standingOf } from './own-comment.ts';
import { keptReason } from './reason.ts';
import type { Verdict } from './screening.ts';
import type { Stores } from './store.ts';
import type { Visitor } from './visitor.ts';

/** From where somebody acts who shows no session, but a link. */
export type Origin = Pick<Visitor, 'address' | 'network'>;

export interface OwnEditParts extends DecisionLogParts, EvidenceSources {
  readonly admission: Pick<ReturnType<typeof createAdmission>, 'rejudge'>;
}

/** What an edit did; `held` took a published comment back into the queue. */
export type OwnEdited = 'same' | 'changed' | 'held';

/** An author's edit of a comment by its private link. */
export function createOwnEdit(parts: OwnEditParts) {
  const { forget, newId } = parts;
  const log = createDecisionLog(parts);

  /**
   * Gives it another text, which is screened as a new comment is. `seen` is the `editedAt` of the text that was before the
   * author's eyes. @throws CommentsError `not-found` when the token is nobody's; `invalid` when it is too late, or the
   * text has changed since; `too-many` when the queue has no place for it.
   */
  async function edit(token: string, body: string, seen: number | null, from: Origin): Promise<OwnEdited> {
    const html = toSafeHtml(body);
    const { result } = await log.write(async (stores, at, batch) => {
      const comment = await editable(stores, token, at);
      const done = { changes: [], moderatorId: itsAuthor, undoes: null, act: 'edit', result: 'same' } as const;
      if (comment.body === body) return { ...done, result: 'same' as OwnEdited };
      if (comment.editedAt !== seen) throw new CommentsError('invalid', 'receipt.changedSince');
      const [before] = await stores.queue.standingOf([comment.id]);
      if (!before) throw new CommentsError('not-found', 'receipt.missing');

      const { verdict, evidence } = await judged(stores, comment, { body, html }, from);
      const status = worse(comment.status, statusAfter[verdict.action]);
      const text = { body, html, markupVersion, editedAt: at, editedByAuthor: true };
      await changeText(stores, comment, text, { forget, batch, moderatorId: itsAuthor, at });
      await refile(stores, comment, status, verdict, evidence);
      const moved = status !== comment.status;
      if (moved) await stores.queue.place([comment.id], status, null);
      const after = { id: comment.id, status, decidedAt: moved ? null : comment.decidedAt };
      const result: OwnEdited = moved && comment.status === 'approved' ? 'held' : 'changed';
      return { ...done, changes: [{ before, after }], result };
    });
    return result;
  }

  /** The comment itself speaks for nobody: a moderator has approved other words. */
  async function judged(stores: Stores, comment: Comment, text: Pick<Comment, 'body' | 'html'>, from: Origin) {
    const { id, author, parentId, language, createdAt, thinkSeconds } = comment;
    const visitor = { id: comment.visitor, author: comment.authorKey, ...from };
    const proven = isProven(await stores.comments.historyOf(visitor, id));
    await stores.sketches.remove(id);
    // The name was judged beside that of the article's author when it came, and is no other now.
    const found = await evidenceOn({ author, ...text, createdAt, thinkSeconds }, visitor, {}, stores, parts);
    // Its own words, sent from another of the author's devices, are no repetition.
    const repeated = found.repeated && found.fingerprint !== comment.fingerprint;
    const evidence = { ...found, repeated };
    const draft: Draft = { body: text.body, author, parentId, honeypot: '' };
    const facts = { ...evidence, draft, html: text.html, language, hurried: false };
    const waits = comment.status !== 'approved';
    return { evidence, verdict: await parts.admission.rejudge({ visitor, proven }, facts, waits) };
  }

  /** It leaves the group it was in: whoever decides on that has not seen these words. */
  async function refile(stores: Stores, comment: Comment, status: Status, verdict: Verdict, evidence: Evidence) {
    const { fingerprint, learned } = evidence;
    const isByIt = verdict.action !== 'publish' && statusAfter[verdict.action] === status;
    const { rule, reason } = isByIt ? { rule: verdict.rule, reason: keptReason(verdict.reason) } : comment;
    const cluster = evidence.cluster ?? newId();
    await stores.edits.refile(comment.id, { fingerprint, cluster, spamScore: learned?.score ?? null, rule, reason });
    if (status !== 'approved' && evidence.cluster === null) await stores.sketches.add(comment.id, evidence.parts);
  }

  return { edit };
}

async function editable(stores: Stores, token: string, now: number): Promise<Comment> {
  const { comment } = await opened(token, stores);
  if ((await stores.settings.read('frozenSince')).frozenSince !== undefined)
    throw new CommentsError('invalid', 'receipt.frozen');
  if (isEditable(comment, await standingOf(comment, stores), now)) return comment;
  throw new CommentsError('invalid', now > comment.createdAt + editMs ? 'receipt.late' : 'receipt.decided');
}

/** An edit leads nowhere but before a moderator: what waits goes on waiting, whatever it says now. */
function worse(one: Status, other: Status): Status {
  const order: readonly Status[] = ['approved', 'pending', 'spam'];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
