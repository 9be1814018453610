import type { Captcha } from '../captcha/challenge.ts';
import { createAccount } from './account.ts';
import { createBreaker } from './breaker.ts';
import type { OpenBudget } from './budget.ts';
import { createClosing } from './closing.ts';
import { createDesk } from './desk.ts';
import { createDiscussion } from './discussion.ts';
import { createErasing } from './erasing.ts';
import { createFlood } from './flood.ts';
import { createGuardReport } from './guard-report.ts';
import { createIssuing } from './issuing.ts';
import type { Keyed } from './learning/features.ts';
import { createLearning } from './learning/filter.ts';
import type { Limits } from './limits.ts';
import { createListed } from './listed.ts';
import { createLists } from './lists.ts';
import { createModeration } from './moderation.ts';
import { createNewsroom } from './news.ts';
import { createPeople } from './people.ts';
import { rulesOf } from './rules/index.ts';
import { createSignIn } from './sign-in.ts';
import type { VisitLimits } from './signed-in-visit.ts';
import type { SitePolicy } from './site.ts';
import type { StatisticsStore } from './statistics.ts';
import { createStatistics } from './statistics-report.ts';
import type { Stores, Transaction } from './store.ts';
import { bothTallies, createTally, type Tally, type TallyStore } from './tally.ts';
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
  readonly policy: SitePolicy & VisitLimits & { readonly limits: Limits };
  /** Hears of everything that is counted, beside the statistics; null for nobody. */
  readonly listener: Pick<Tally, 'count'> | null;
  readonly keyed: Keyed;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

/** The verbs of visitors and moderators, all over the same stores. */
export function createCore({ stores, captcha, scrub, policy, listener, keyed, now, newId, newToken }: CoreParts) {
  const { openBudget, comments, transaction } = stores;
  const { limits, commentsPerPage } = policy;
  const breaker = createBreaker({ openBudget, limits });
  const kept = createTally({ store: stores.tally, now });
  const tally = listener ? bothTallies(kept, listener) : kept;
  const flood = createFlood({ openBudget, limits, tally });
  const placesOf = createPlaces({ store: stores.waiting, now });
  const admission = { captcha, policy: rulesOf(policy), flood, breaker, tally };
  const listed = createListed(now);
  const learning = createLearning({ ...stores, keyed, now });
  const evidence = { listed, classify: learning.classify };
  const deciding = { ...stores, perPage: commentsPerPage, forget: learning.forget, now, newId };
  return {
    discussion: createDiscussion({
      ...admission,
      ...evidence,
      placesOf,
      comments,
      transaction,
      commentsPerPage,
      now,
      newId,
    }),
    issuing: createIssuing({ captcha, comments, flood, tally }),
    lists: createLists({ ...stores, now, newId }),
    closing: createClosing({ ...stores, now }),
    moderation: createModeration(deciding),
    desk: createDesk(deciding),
    erasing: createErasing({ ...deciding, scrub }),
    news: createNewsroom(stores),
    learning,
    signIn: createSignIn({ ...stores, limits: policy, now, newId, newToken }),
    people: createPeople({ ...stores, now, newId, newToken }),
    account: createAccount({ ...stores, limits: policy, now, newToken }),
    report: createGuardReport({ tally: kept, store: stores.tally, breaker: breaker.state, now }),
    statistics: createStatistics({ store: stores.statistics, tally: kept, counts: stores.tally, now }),
    breaker,
    /** Writes what was counted since the last time. */
    flush: () => kept.flush(),
  };
}
