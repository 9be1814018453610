import type { MessageKey } from '../messages/message.ts';
import { type AdmissionParts, createAdmission, type Taken } from './admission.ts';
import { isProven } from './author.ts';
import { type Comment, type Draft, fromDraft } from './comment.ts';
import { CommentsError } from './error.ts';
import { type EvidenceSources, evidenceOn } from './evidence.ts';
import { toSafeHtml } from './markup.ts';
import { answerableIn, createReading, type ReadingParts } from './reading.ts';
import { type Issuer, issueReceipt } from './receipt.ts';
import type { CommentStore, Stores, Transaction } from './store.ts';
import type { Telling } from './telling.ts';
import type { Thread } from './thread.ts';
import { alreadyStored, type Ticket } from './ticket.ts';
import type { Visitor } from './visitor.ts';

type Refusal = Extract<Taken, { readonly outcome: 'refused' }>['verdict'];

/** `receipt` is the token of its author's private link, to be shown once; null where that was done often enough. */
interface Stored {
  readonly outcome: 'stored';
  readonly comment: Comment;
  readonly receipt: string | null;
}

/** What became of a draft. Refused means: nothing was stored, and the challenge, if there was one, is spent. */
export type Posted = Stored | { readonly outcome: 'refused'; readonly verdict: Refusal };

export interface DiscussionParts extends AdmissionParts, EvidenceSources, Issuer, ReadingParts {
  readonly transaction: Transaction;
  /** Left out where nobody is told. */
  readonly telling?: Pick<Telling, 'posted'>;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

export type Discussion = ReturnType<typeof createDiscussion>;

/** Said to a visitor whose `parentId` names nothing that can be answered. */
export const parentGone = 'reply.parentGone' satisfies MessageKey;

/** The visitor's verbs. */
export function createDiscussion(parts: DiscussionParts) {
  const { comments, transaction, now, newId } = parts;
  const admission = createAdmission(parts);

  /**
   * Stores the draft if its ticket is good. The ticket is taken and the comment stored in one transaction, so that of
   * two posts at once one wins and the other finds what the first has stored, in whichever process.
   * @throws CommentsError `invalid` when the comment it answers is not there, `too-many` when too many wait for a
   * moderator; the ticket is then still good.
   */
  async function post(thread: Thread, draft: Draft, visitor: Visitor, ticket: Ticket): Promise<Posted> {
    return transaction(async (stores) => {
      const { comments, challenges, sketches } = stores;
      const earlier = await alreadyStored(comments, thread, draft, visitor, ticket);
      if (earlier) return stored(stores, earlier);
      const parent = await parentOf(comments, thread, draft);
      const proven = isProven(await comments.historyOf(visitor));
      const sender = { visitor, threadKey: thread.key, ticket, proven };
      const taken = await admission.take(sender, challenges);
      if (taken.outcome === 'refused') {
        const meanwhile = await storedMeanwhile(taken.verdict, comments, thread, draft, visitor, ticket);
        return meanwhile ? stored(stores, meanwhile) : { outcome: 'refused', verdict: taken.verdict };
      }

      const place = { visitor: visitor.id, threadKey: thread.key, parentId: draft.parentId, body: draft.body };
      const twin = await comments.twinOf(place);
      if (twin) return stored(stores, twin);
      // Made once, here: nothing touches it afterwards.
      const html = toSafeHtml(draft.body);
      const { language = null } = thread;
      const at = now();
      const thinkSeconds = Math.max(0, Math.round((at - taken.challenge.firstIssuedAt) / 1000));
      const writing = { author: draft.author, body: draft.body, html, createdAt: at, thinkSeconds };
      const evidence = await evidenceOn(writing, visitor, thread, stores, parts);
      const verdict = await admission.judge(sender, { ...evidence, draft, html, language, hurried: taken.hurried });
      const filing = { threadKey: thread.key, parent, html, verdict, visitor, language, evidence, thinkSeconds };
      const comment = fromDraft(draft, { ...filing, id: newId(), submissionId: taken.challenge.id, now: at });
      await comments.add(comment, thread);
      // The first of a group stands for it: in a storm, each would else be compared with thousands like it.
      if (comment.status !== 'approved' && evidence.cluster === null) await sketches.add(comment.id, evidence.parts);
      await parts.telling?.posted(stores, comment, draft, visitor);
      return stored(stores, comment);
    });
  }

  const stored = async (stores: Stores, comment: Comment): Promise<Stored> => {
    return { outcome: 'stored', comment, receipt: await issueReceipt(stores, comment.id, parts) };
  };

  /** What this very ticket has stored, in case it is sent again. */
  const storedBy = (thread: Thread, draft: Draft, visitor: Visitor, ticket: Ticket): Promise<Comment | undefined> =>
    alreadyStored(comments, thread, draft, visitor, ticket);

  return { ...createReading(parts), post, storedBy };
}

async function parentOf(comments: CommentStore, thread: Thread, draft: Draft): Promise<Comment | null> {
  if (draft.parentId === null) return null;
  const parent = await answerableIn(comments, thread.key, draft.parentId);
  if (parent) return parent;
  throw new CommentsError('invalid', parentGone);
}

/** Another process may have stored it between our first look and our taking the ticket, which then waited for it. */
async function storedMeanwhile(
  verdict: Refusal,
  ...submission: Parameters<typeof alreadyStored>
): Promise<Comment | undefined> {
  return verdict.outcome === 'unknown' ? alreadyStored(...submission) : undefined;
}
