import type { Comment, Draft } from './comment.ts';
import { itsAuthor } from './decision.ts';
import type { Act } from './decision-log.ts';
import type { Following } from './following.ts';
import { graceMs, newsEntries, type Transports } from './notification.ts';
import { ownMail } from './own-mail.ts';
import type { Stores } from './store.ts';
import type { Visitor } from './visitor.ts';

export interface TellingParts {
  readonly transports: Transports;
  readonly following: Pick<Following, 'ask'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export type Telling = ReturnType<typeof createTelling>;

/**
 * Writes down what is to be told, in the transaction of its cause, so that neither is there without the other. Whoever
 * posts or decides never waits for a mail server: sending is done later, by somebody else.
 */
export function createTelling({ transports, following, now, newId }: TellingParts) {
  const stamp = () => ({ now: now(), newId });

  async function posted(stores: Stores, comment: Comment, draft: Draft, visitor: Visitor): Promise<void> {
    const entries = newsEntries({ ...comment, graceMs: 0 }, transports, stamp());
    if (entries.length > 0) await stores.outbox.add(entries);
    const { email } = draft.author;
    if (email !== null && comment.status !== 'spam' && (await isKnown(stores, email, visitor)))
      await stores.outbox.add([ownMail(comment.id, stamp())]);
    const wish = { threadKey: comment.threadKey, commentId: comment.id };
    // Programs that fill in every form are not to make us write to whose address they give.
    if (draft.follow && email !== null && comment.status !== 'spam')
      await following.ask(stores, { email, ...wish }, visitor);
  }

  /** Whether mail is sent at all, and this browser has shown the address to be its own. */
  async function isKnown({ followers }: Stores, typed: string, visitor: Visitor): Promise<boolean> {
    const email = typed.toLowerCase();
    return transports.includes('email') && (await followers.isShown(email, visitor.author ?? visitor.id));
  }

  /**
   * What became public by it, or, where its author has changed a comment, waits again. An undo puts back what people have
   * heard of already, or were not to hear of.
   */
  async function decided({ outbox, comments }: Stores, { changes, undoes, moderatorId }: Act): Promise<void> {
    if (undoes !== null || transports.length === 0) return;
    const told = moderatorId === itsAuthor ? 'pending' : 'approved';
    const moved = changes.filter(({ before, after }) => after.status === told && before.status !== after.status);
    // It was told of when it came, in other words.
    if (told === 'pending') for (const { after } of moved) await outbox.forget(after.id, 'held');
    const keys = await comments.threadKeysOf(moved.map(({ after }) => after.id));
    const news = moved.map(({ after }) => ({ ...after, threadKey: keys.get(after.id) ?? '', graceMs }));
    await outbox.add(news.flatMap((each) => newsEntries(each, transports, stamp())));
  }

  return { posted, decided };
}
