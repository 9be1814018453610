import { itsAuthor } from './decision.ts';
import { type Act, createDecisionLog, type DecisionLogParts } from './decision-log.ts';
import { isGone, opened, standingOf } from './own-comment.ts';

export interface OwnRemovalParts extends DecisionLogParts {
  /** Clears what is no longer there out of the files. */
  readonly scrub: () => Promise<void>;
}

/**
 * What a removal did: into the trash, out of which a moderator can take it; or for good, its place alone is left. `answered`
 * did nothing: somebody has answered it, so that its words would go for good, and its author was not told so.
 */
export type OwnRemoved = 'deleted' | 'erased' | 'gone' | 'answered';

/** An author's removal of a comment by its private link. */
export function createOwnRemoval(parts: OwnRemovalParts) {
  const { forget, scrub } = parts;
  const log = createDecisionLog(parts);

  /**
   * Takes it from before everybody's eyes, and with it the news of it that wait to be told. In the trash it would take the
   * answers of others along, so where there are some its words go for good and its place stays, where that is `agreed` to.
   * @throws CommentsError `not-found` when the token is nobody's.
   */
  async function remove(token: string, agreed: boolean): Promise<OwnRemoved> {
    const { result } = await log.write(async (stores, at): Promise<Act & { readonly result: OwnRemoved }> => {
      const { comment } = await opened(token, stores);
      const { id, status } = comment;
      const [before] = await stores.queue.standingOf([id]);
      const nothing = { changes: [], moderatorId: itsAuthor, undoes: null, act: null, result: 'gone' } as const;
      if (!before || isGone(await standingOf(comment, stores))) return nothing;
      const answered = status === 'approved' && (await stores.erasures.answersTo(id)) > 0;
      if (answered && !agreed) return { ...nothing, result: 'answered' };
      await stores.outbox.withdraw(id);
      if (!answered) {
        await stores.queue.place([id], 'trash', null);
        const after = { id, status: 'trash', decidedAt: null } as const;
        return { ...nothing, changes: [{ before, after }], result: 'deleted' };
      }
      await forget?.(stores, [id]);
      await stores.erasures.empty(id, status, at);
      return { ...nothing, changes: [{ before, after: before }], act: 'erase', result: 'erased' };
    });
    if (result === 'erased') await scrub();
    return result;
  }

  return { remove };
}
