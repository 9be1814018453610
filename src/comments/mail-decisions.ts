import type { Comment } from './comment.ts';
import { createDecisionLog, type DecisionLogParts } from './decision-log.ts';
import { CommentsError } from './error.ts';
import type { MailLink, MailLinkStore } from './mail-link.ts';
import { lanes } from './moderation.ts';
import { hashOfSecret } from './secret.ts';
import type { CommentStore, PeopleStores } from './store.ts';
import type { Thread, ThreadStore } from './thread.ts';

export interface MailDecisionParts extends DecisionLogParts {
  readonly comments: CommentStore;
  readonly threads: ThreadStore;
  readonly people: PeopleStores;
  readonly mailLinks: MailLinkStore;
}

/** What a link in a moderator's mail would do. */
export interface Offered {
  readonly action: MailLink['action'];
  readonly comment: Comment;
  readonly thread: Thread;
  /** E-mail address of the moderator in whose name. */
  readonly moderator: string;
}

export type MailDecisions = ReturnType<typeof createMailDecisions>;

/** Deciding on one comment by a link in a mail: the link is the proof, so it is good once, for one act, for three days. */
export function createMailDecisions(parts: MailDecisionParts) {
  const { comments, threads, people, mailLinks, now } = parts;
  const log = createDecisionLog(parts);

  /**
   * What the link would do, without doing it: mail programs open links by themselves.
   * @throws CommentsError `not-found` when it would do nothing.
   */
  async function offered(token: string): Promise<Offered> {
    const link = await mailLinks.byHash(hashOfSecret(token), now());
    const comment = link && (await comments.byId(link.commentId));
    const thread = comment && (await threads.byKey(comment.threadKey));
    const moderator = link && (await people.moderators.byId(link.moderatorId));
    const good = comment?.status === 'pending' && comment.erasedAt === null && moderator?.disabledAt === null;
    if (!good || !thread) throw new CommentsError('not-found', 'follow.decided');
    return { action: link.action, comment, thread, moderator: moderator.email };
  }

  /**
   * Uses the link up and decides, together or not at all. `seen` is the `editedAt` of the text that was before the
   * moderator's eyes: where it is another by now, nothing is done, and null comes back.
   * @throws CommentsError `not-found` when it is not good, or the comment waits no more.
   */
  async function decide(token: string, seen: number | null): Promise<MailLink | null> {
    const { link } = await log.write(async ({ comments, mailLinks, people, queue }, at) => {
      const nothing = { changes: [], moderatorId: '', undoes: null, act: null, link: null } as const;
      const about = await mailLinks.byHash(hashOfSecret(token), now());
      const comment = about && (await comments.byId(about.commentId));
      if (comment?.status === 'pending' && comment.editedAt !== seen) return nothing;
      const link = await mailLinks.use(hashOfSecret(token), now());
      const moderator = link && (await people.moderators.byId(link.moderatorId));
      const [before] = link ? await queue.standingOf([link.commentId]) : [];
      if (!link || moderator?.disabledAt !== null || before?.status !== 'pending')
        throw new CommentsError('not-found', 'follow.decided');
      const { id } = before;
      const status = lanes[link.action];
      await queue.place([id], status, at);
      const changes = [{ before, after: { id, status, decidedAt: at } }];
      return { ...nothing, changes, moderatorId: link.moderatorId, link };
    });
    return link;
  }

  return { offered, decide };
}
