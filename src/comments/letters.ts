import type { Comment } from './comment.ts';
import type { FollowerStore } from './follower.ts';
import type { Keyed } from './learning/features.ts';
import { type Letter, quoteOf } from './letter.ts';
import type { MailLink, MailLinkStore } from './mail-link.ts';
import type { Entry } from './outbox.ts';
import { noFilter, type QueueStore } from './queue.ts';
import type { ReceiptStore } from './receipt.ts';
import { hashOfSecret } from './secret.ts';
import type { CommentStore, PeopleStores } from './store.ts';
import type { Thread, ThreadStore } from './thread.ts';

export interface LetterParts {
  readonly comments: CommentStore;
  readonly threads: ThreadStore;
  readonly queue: QueueStore;
  readonly people: PeopleStores;
  readonly followers: FollowerStore;
  readonly mailLinks: MailLinkStore;
  readonly receipts: Pick<ReceiptStore, 'add'>;
  /** Makes tokens of ids: whoever reads the database cannot, and a mail that is sent twice says the same. */
  readonly keyed: Keyed;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const linkLifetimeMs = 3 * 24 * 3_600_000;
/** Comments that a digest quotes; the others are counted. */
const mostQuoted = 10;

/** What an entry says to whom, as things stand now; null when there is nothing to say any more. */
export function createLetters(parts: LetterParts): (entry: Entry) => Promise<Letter | null> {
  const { comments, threads, queue, people, followers, mailLinks, receipts, keyed, now } = parts;

  return async (entry) => {
    if (entry.occasion === 'receipt') return toAuthor(entry);
    const forModerators = entry.occasion === 'held' || entry.occasion === 'digest';
    return forModerators ? toModerator(entry) : toFollower(entry);
  };

  async function toModerator(entry: Entry): Promise<Letter | null> {
    const moderator = await people.moderators.byId(entry.recipient ?? '');
    if (!moderator || moderator.disabledAt !== null || moderator.mail === 'never') return null;
    const to = { to: moderator.email, stop: null, language: moderator.language };
    if (entry.occasion === 'digest') return digest(to);
    const found = await shown(entry.about, 'pending');
    if (!found) return null;
    const { comment, thread } = found;
    const paths = await offer(entry.id, comment.id, moderator.id);
    return { ...to, occasion: 'held', thread, quote: quoteOf(comment), reason: comment.reason, ...paths };
  }

  async function digest(to: Pick<Letter, 'to' | 'stop' | 'language'>): Promise<Letter | null> {
    const waiting = (await queue.countByStatus()).pending;
    if (waiting === 0) return null;
    const { items } = await queue.page('pending', noFilter, { order: 'newest', after: null, limit: mostQuoted });
    return {
      ...to,
      occasion: 'digest',
      waiting,
      quotes: items.map(({ comment, thread }) => ({ ...quoteOf(comment), thread })),
    };
  }

  /** The links that approve the comment or mark it as spam, as this moderator. */
  async function offer(entryId: string, commentId: string, moderatorId: string) {
    const token = (action: MailLink['action']): string => keyed(`mail-${action}`, entryId);
    const expiresAt = now() + linkLifetimeMs;
    const links = (['approve', 'spam'] as const).map((action) => ({
      hash: hashOfSecret(token(action)),
      ...{ commentId, action, moderatorId, expiresAt },
    }));
    await mailLinks.offer(links);
    const path = (action: MailLink['action']): string => `/mail/decide?token=${token(action)}`;
    return { approve: path('approve'), spam: path('spam') };
  }

  /** Its link is a receipt of its own; the token is kept nowhere, and the same when the mail is sent twice. */
  async function toAuthor({ id, about }: Entry): Promise<Letter | null> {
    const comment = await comments.byId(about);
    const email = comment?.author.email?.toLowerCase();
    const thread = comment && (await threads.byKey(comment.threadKey));
    if (!thread || email === undefined || (await followers.isRefused(hashOfSecret(email)))) return null;
    const token = keyed('receipt', id);
    await receipts.add({ hash: hashOfSecret(token), commentId: about, createdAt: now(), proven: true });
    const [follower] = await followers.ofAddress(email, { after: '', limit: 1 });
    const language = follower?.language ?? comment?.language ?? null;
    return { to: email, stop: null, language, occasion: 'receipt', thread, link: `/receipt?token=${token}` };
  }

  async function toFollower({ occasion, about, recipient }: Entry): Promise<Letter | null> {
    const follower = await followers.byId(recipient ?? '');
    if (!follower) return null;
    const { id, email, threadKey, language } = follower;
    const to = { to: email, stop: `/mail/stop?token=${keyed('stop', id)}`, language };
    if (occasion === 'confirm') {
      const thread = await threads.byKey(threadKey);
      if (!thread || follower.confirmedAt !== null) return null;
      const confirm = `/mail/confirm?token=${keyed('confirm', id)}`;
      return { ...to, occasion, thread, own: follower.commentId !== null, confirm };
    }
    const found = follower.confirmedAt === null ? null : await shown(about, 'approved');
    if (!found || (occasion !== 'approved' && occasion !== 'reply' && occasion !== 'follow')) return null;
    const { comment, thread } = found;
    const place = `${thread.url}/comments/${comment.id}`;
    if (occasion === 'approved') return { ...to, occasion, thread, place };
    return { ...to, occasion, thread, place, quote: quoteOf(comment) };
  }

  async function shown(id: string, status: Comment['status']): Promise<{ comment: Comment; thread: Thread } | null> {
    const comment = await comments.byId(id);
    if (comment?.status !== status || comment.erasedAt !== null) return null;
    const thread = await threads.byKey(comment.threadKey);
    return thread ? { comment, thread } : null;
  }
}
