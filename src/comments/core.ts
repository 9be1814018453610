import type { Captcha } from '../captcha/challenge.ts';
import { createAccount } from './account.ts';
import { createAdmission } from './admission.ts';
import { createBreaker } from './breaker.ts';
import type { OpenBudget } from './budget.ts';
import { createBulletins } from './bulletin.ts';
import { createClosing } from './closing.ts';
import { createDesk } from './desk.ts';
import { createDiscussion } from './discussion.ts';
import { createErasing } from './erasing.ts';
import { createErasureRequests } from './erasure-request.ts';
import { createFlood } from './flood.ts';
import { createFollowing } from './following.ts';
import { createGuardReport } from './guard-report.ts';
import { createIssuing } from './issuing.ts';
import type { Keyed } from './learning/features.ts';
import { createLearning } from './learning/filter.ts';
import { createLetters } from './letters.ts';
import { createLiking } from './liking.ts';
import type { Limits } from './limits.ts';
import { createListed } from './listed.ts';
import { createLists } from './lists.ts';
import { createMailDecisions } from './mail-decisions.ts';
import { createModeration } from './moderation.ts';
import { createNewsroom } from './news.ts';
import type { Transports } from './notification.ts';
import { createPeople } from './people.ts';
import { createPreviewing } from './previewing.ts';
import type { ReadingParts } from './reading.ts';
import { createReceipts } from './receipts.ts';
import { rulesOf } from './rules/index.ts';
import { createSignIn } from './sign-in.ts';
import type { VisitLimits } from './signed-in-visit.ts';
import type { SitePolicy } from './site.ts';
import { createSpreading } from './spreading.ts';
import type { StatisticsStore } from './statistics.ts';
import { createStatistics } from './statistics-report.ts';
import type { Stores, Transaction } from './store.ts';
import { bothTallies, createTally, type Tally, type TallyStore } from './tally.ts';
import { createTelling } from './telling.ts';
import { createPlaces, type WaitingStore } from './waiting.ts';

/** Everything the core asks of storage. */
export interface CoreStores extends Pick<Stores, Exclude<keyof Stores, 'challenges' | 'sketches'>> {
  readonly transaction: Transaction;
  readonly openBudget: OpenBudget;
  readonly tally: TallyStore;
  readonly waiting: WaitingStore;
  readonly statistics: StatisticsStore;
}

export interface CoreParts {
  readonly stores: CoreStores;
  readonly captcha: Captcha;
  /** Clears what was erased out of the files. */
  readonly scrub: () => Promise<void>;
  readonly policy: SitePolicy &
    VisitLimits &
    Pick<ReadingParts, 'repliesPerPage'> & { readonly limits: Limits; readonly likes: 'on' | 'off' };
  /** Hears of everything that is counted, beside the statistics; null for nobody. */
  readonly listener: Pick<Tally, 'count'> | null;
  readonly keyed: Keyed;
  /** By which notifications go; nothing is written where there are none. */
  readonly transports?: Transports;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

/** The verbs of visitors and moderators, all over the same stores. */
export function createCore(parts: CoreParts) {
  const { stores, captcha, scrub, policy, listener, transports = [], keyed, now, newId, newToken } = parts;
  const { openBudget, comments, transaction } = stores;
  const { limits, commentsPerPage, repliesPerPage } = policy;
  const breaker = createBreaker({ openBudget, limits });
  const kept = createTally({ store: stores.tally, now });
  const tally = listener ? bothTallies(kept, listener) : kept;
  const flood = createFlood({ openBudget, limits, tally });
  const placesOf = createPlaces({ store: stores.waiting, now });
  const admission = { captcha, policy: rulesOf(policy), flood, breaker, tally };
  const listed = createListed(now);
  const learning = createLearning({ ...stores, keyed, now });
  const evidence = { listed, classify: learning.classify };
  const following = createFollowing({ ...stores, limits, transports, keyed, now, newId });
  const telling = createTelling({ transports, following, now, newId });
  const discussing = { ...admission, ...evidence, placesOf, telling, comments, transaction };
  const deciding = { ...stores, perPage: commentsPerPage, forget: learning.forget, telling, now, newId };
  const previewing = createPreviewing({ flood });
  const erasureRequests = createErasureRequests({ ...stores, now, newId });
  return {
    discussion: createDiscussion({ ...discussing, commentsPerPage, repliesPerPage, now, newId, newToken }),
    following,
    /** Null where the site wants no likes. */
    liking: policy.likes === 'on' ? createLiking({ ...stores, flood, limits, keyed, now }) : null,
    erasureRequests,
    receipts: createReceipts({
      ...deciding,
      ...evidence,
      admission: createAdmission(admission),
      placesOf,
      limits,
      scrub,
      requests: erasureRequests,
      previewing,
      following,
    }),
    issuing: createIssuing({ captcha, comments, flood, tally }),
    previewing,
    lists: createLists({ ...stores, now, newId }),
    closing: createClosing({ ...stores, now }),
    moderation: createModeration(deciding),
    desk: createDesk(deciding),
    erasing: createErasing({ ...deciding, scrub }),
    mailDecisions: createMailDecisions(deciding),
    news: createNewsroom(stores),
    learning,
    signIn: createSignIn({ ...stores, limits: policy, now, newId, newToken }),
    people: createPeople({ ...stores, now, newId, newToken }),
    account: createAccount({ ...stores, limits: policy, now, newToken }),
    report: createGuardReport({ tally: kept, store: stores.tally, breaker: breaker.state, now }),
    statistics: createStatistics({ store: stores.statistics, tally: kept, counts: stores.tally, now }),
    /** For whoever sends what the outbox holds. */
    bulletinOf: createBulletins(stores),
    letterOf: createLetters({ ...stores, keyed, now }),
    spread: createSpreading({ ...stores, now, newId }),
    breaker,
    /** Writes what was counted since the last time. */
    flush: () => kept.flush(),
  };
}
