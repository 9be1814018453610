import type { OpenBudget } from './budget.ts';
import { CommentsError } from './error.ts';
import type { Follower, FollowerStore } from './follower.ts';
import type { Keyed } from './learning/features.ts';
import type { Limits } from './limits.ts';
import { type Transports, toMail } from './notification.ts';
import { ownMail } from './own-mail.ts';
import { hashOfSecret } from './secret.ts';
import type { Stores, Transaction } from './store.ts';
import type { Thread, ThreadStore } from './thread.ts';
import type { Visitor } from './visitor.ts';

export interface FollowingParts {
  readonly followers: FollowerStore;
  readonly threads: ThreadStore;
  readonly transaction: Transaction;
  readonly openBudget: OpenBudget;
  readonly limits: Limits;
  readonly transports: Transports;
  /** Makes tokens of ids: whoever reads the database cannot, and a mail that is sent twice says the same. */
  readonly keyed: Keyed;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Who wants to follow what; the address is one already, as typed. */
export interface Wish {
  readonly email: string;
  readonly threadKey: string;
  readonly commentId: string | null;
}

export interface Followed {
  readonly follower: Follower;
  readonly thread: Thread;
}

export type Following = ReturnType<typeof createFollowing>;

/** Following a conversation by mail: nothing is sent to an address that has not confirmed, but the question. */
export function createFollowing(parts: FollowingParts) {
  const { followers, threads, transaction, openBudget, limits, transports, keyed, now, newId } = parts;
  const open = (name: 'confirm-email' | 'confirm-address' | 'confirm-site') => openBudget({ name, ...limits[name] });
  const budgets = { email: open('confirm-email'), address: open('confirm-address'), site: open('confirm-site') };
  const offered = transports.includes('email');

  /**
   * In the transaction of what it belongs to. Asked by a browser that has shown the address to be its own, it counts at
   * once; by others, a mail asks. Strangers can make us send that mail, so there are few: over the limit none is sent.
   */
  async function ask(stores: Stores, { email: typed, ...what }: Wish, visitor: Visitor): Promise<void> {
    const email = typed.toLowerCase();
    if (!offered || (await stores.followers.isRefused(hashOfSecret(email)))) return;
    const origin = visitor.author ?? visitor.id;
    const shown = await stores.followers.isShown(email, origin);
    if (!shown && !(await mayAsk(email, visitor))) return;
    const id = newId();
    const hashes = { confirmHash: hashOfSecret(keyed('confirm', id)), stopHash: hashOfSecret(keyed('stop', id)) };
    const times = { createdAt: now(), confirmedAt: shown ? now() : null };
    const { language = null } = visitor;
    const added = await stores.followers.add({ id, email, ...what, origin, ...hashes, ...times, language });
    if (!added || shown) return;
    await stores.outbox.add([toMail({ occasion: 'confirm', about: id }, id, now(), { now: now(), newId })]);
  }

  /** Spends a mail to an address that strangers have typed; false where there were enough. */
  async function mayAsk(email: string, visitor: Pick<Visitor, 'address'>): Promise<boolean> {
    if (!(await budgets.address.spend(visitor.address)).allowed) return false;
    if (!(await budgets.email.spend(hashOfSecret(email))).allowed) return false;
    return (await budgets.site.spend('site')).allowed;
  }

  /** Follows all of a thread. */
  const followThread = (thread: Thread, email: string, visitor: Visitor): Promise<void> =>
    transaction(async (stores) => {
      await stores.threads.keep(thread);
      await ask(stores, { email, threadKey: thread.key, commentId: null }, visitor);
    });

  /** @throws CommentsError `not-found`, as the next two do, when the token is nobody's. */
  const toConfirm = async (token: string): Promise<Followed> =>
    found(await followers.byConfirmHash(hashOfSecret(token)));

  const toStop = async (token: string): Promise<Followed> => found(await followers.byStopHash(hashOfSecret(token)));

  async function found(follower: Follower | undefined): Promise<Followed> {
    const thread = follower && (await threads.byKey(follower.threadKey));
    if (!follower || !thread) throw new CommentsError('not-found', 'follow.gone');
    return { follower, thread };
  }

  async function confirm(token: string): Promise<Followed> {
    const following = await toConfirm(token);
    const { id, commentId, confirmedAt } = following.follower;
    await transaction(async ({ followers, outbox }) => {
      await followers.confirm(id, now());
      if (commentId !== null && confirmedAt === null) await outbox.add([ownMail(commentId, { now: now(), newId })]);
    });
    return following;
  }

  /** Ends these mails, or with `all` whatever we would ever send there; stopping twice is no mistake. */
  async function stop(token: string, all: boolean): Promise<void> {
    const follower = await followers.byStopHash(hashOfSecret(token));
    if (!follower) return;
    const { id, email } = follower;
    if (all) await transaction((stores) => stores.followers.refuse(email, hashOfSecret(email), now()));
    else await followers.remove(id);
  }

  return { offered, mayAsk, ask, followThread, toConfirm, toStop, confirm, stop };
}
