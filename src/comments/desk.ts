import type { Comment } from './comment.ts';
import type { Decision } from './decision.ts';
import { type Act, createDecisionLog, type DecisionLogParts } from './decision-log.ts';
import { changeText, type Edit, type EditStore } from './editing.ts';
import type { ErasureStore } from './erasing.ts';
import { CommentsError } from './error.ts';
import type { ExplanationStore } from './explanation.ts';
import { markupVersion, toSafeHtml } from './markup.ts';
import type { Moderator } from './moderator.ts';
import type { QueueItem, QueueStore } from './queue.ts';
import { answer } from './replying.ts';
import type { Stores } from './store.ts';

/** A comment as it is before a moderator, with everything that is known of it. */
export interface OnDesk extends QueueItem {
  /** Comments that answer it. */
  readonly answers: number;
  /** Texts that were replaced, oldest first. */
  readonly edits: readonly Edit[];
  /** What its author was told, or null. */
  readonly told: string | null;
  /** What was decided on it, newest first, as much as fits one page of the log. */
  readonly decisions: readonly Decision[];
}

export interface DeskParts extends DecisionLogParts {
  readonly queue: QueueStore;
  readonly edits: Pick<EditStore, 'of'>;
  readonly erasures: Pick<ErasureStore, 'answersTo'>;
  readonly explanations: Pick<ExplanationStore, 'of'>;
}

/** What an act on one comment did: `batch` undoes it, null when it was done before. */
export interface DeskDone {
  readonly batch: string | null;
  readonly comment: Comment;
  /** Whether the comment it answers was approved with it. */
  readonly approved: boolean;
}

export type Desk = ReturnType<typeof createDesk>;

/** What a moderator does with one comment beside moving it. */
export function createDesk(parts: DeskParts) {
  const { queue, edits, erasures, explanations, forget, newId } = parts;
  const log = createDecisionLog(parts);

  async function look(id: string): Promise<OnDesk | undefined> {
    // Before the text: a change of it that comes in between is taken for unseen, and not the other way round.
    const decisions = (await log.page(null, { moderatorId: null, commentId: id })).items;
    const item = await queue.item(id);
    if (!item) return undefined;
    const told = await explanations.of(id);
    return { ...item, answers: await erasures.answersTo(id), edits: await edits.of(id), told, decisions };
  }

  /**
   * Answers a comment under the moderator's name; one that still waits is approved with it. `submissionId` is the form's
   * own: sent twice, it leads to the reply that is there. What its author changed after `known` (epoch milliseconds; null:
   * whenever) was not seen, and is not answered.
   * @throws CommentsError `not-found` or `invalid` when the comment cannot be answered.
   */
  async function reply(
    id: string,
    body: string,
    submissionId: string,
    moderator: Pick<Moderator, 'id' | 'name'>,
    known: number | null = null,
  ): Promise<DeskDone> {
    const html = toSafeHtml(body);
    return log.write((stores, at) => {
      const draft = { id: newId(), body, html, submissionId, moderator, at, known };
      return answer(stores, id, draft);
    });
  }

  /**
   * Corrects a comment's text; readers are told so, and what it said before is kept. `seen` is the `editedAt` of the text
   * that the moderator had before the eyes.
   * @throws CommentsError `not-found` when the comment is gone, `invalid` when its text has changed since.
   */
  async function edit(id: string, body: string, seen: number | null, moderatorId: string): Promise<DeskDone> {
    const html = toSafeHtml(body);
    return log.write(async (stores, at, batch) => {
      const comment = await present(stores, id);
      const nothing = { changes: [], moderatorId, undoes: null, act: 'edit', comment, approved: false } as const;
      if (comment.body === body) return nothing;
      if (comment.editedAt !== seen) throw new CommentsError('invalid', 'desk.changedSince');
      await changeText(
        stores,
        comment,
        { body, html, markupVersion, editedAt: at, editedByAuthor: false },
        { forget, batch, moderatorId, at },
      );
      const changes = (await stores.queue.standingOf([id])).map((before) => ({ before, after: before }));
      return { ...nothing, changes } satisfies Act;
    });
  }

  /**
   * Tells the author why the comment stands where it stands; an empty text takes that back. The log keeps that it was
   * done, without the words. @throws CommentsError `not-found` when the comment is gone.
   */
  async function tell(id: string, text: string, moderatorId: string): Promise<DeskDone> {
    return log.write(async (stores) => {
      const comment = await present(stores, id);
      const told = text === '' ? null : text;
      const same = (await stores.explanations.of(id)) === told;
      if (!same) await stores.explanations.tell(id, told);
      const changes = same ? [] : (await stores.queue.standingOf([id])).map((before) => ({ before, after: before }));
      return { changes, moderatorId, undoes: null, act: 'explain', comment, approved: false };
    });
  }

  return { look, reply, edit, tell };
}

async function present({ comments }: Stores, id: string): Promise<Comment> {
  const comment = await comments.byId(id);
  if (comment && comment.erasedAt === null) return comment;
  throw new CommentsError('not-found', 'desk.gone');
}
