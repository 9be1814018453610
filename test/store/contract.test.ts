import { afterEach, beforeEach, describe } from '@jest/globals';
import type { OpenedStore } from '../support/engines.ts';
import { engines } from '../support/engines.ts';
import { branchContract } from './contract/branch.ts';
import { budgetsContract } from './contract/budgets.ts';
import { challengesContract } from './contract/challenges.ts';
import { closingContract } from './contract/closing.ts';
import { commentsContract } from './contract/comments.ts';
import { conversationContract } from './contract/conversation.ts';
import { editsContract } from './contract/edits.ts';
import { erasureRequestsContract } from './contract/erasure-requests.ts';
import { erasuresContract } from './contract/erasures.ts';
import { filterContract } from './contract/filters.ts';
import { followersContract } from './contract/followers.ts';
import { groupContract } from './contract/groups.ts';
import { historyContract } from './contract/history.ts';
import { learningContract } from './contract/learning.ts';
import { likesContract } from './contract/likes.ts';
import { listsContract } from './contract/lists.ts';
import { moderatorsContract } from './contract/moderators.ts';
import { outboxContract } from './contract/outbox.ts';
import { peopleContract } from './contract/people.ts';
import { queueContract } from './contract/queue.ts';
import { receiptsContract } from './contract/receipts.ts';
import { sessionsContract } from './contract/sessions.ts';
import { statisticsContract } from './contract/statistics.ts';
import { tallyContract } from './contract/tally.ts';
import { transactionContract } from './contract/transaction.ts';
import type { World } from './contract/world.ts';

const contracts = [
  branchContract,
  erasuresContract,
  commentsContract,
  conversationContract,
  queueContract,
  editsContract,
  filterContract,
  groupContract,
  historyContract,
  challengesContract,
  transactionContract,
  moderatorsContract,
  peopleContract,
  sessionsContract,
  budgetsContract,
  tallyContract,
  listsContract,
  closingContract,
  outboxContract,
  followersContract,
  receiptsContract,
  erasureRequestsContract,
  learningContract,
  likesContract,
  statisticsContract,
];

for (const engine of engines) {
  describe(engine.name, () => {
    let opened: OpenedStore;
    let now = 0;
    beforeEach(async () => {
      now = 1_700_000_000_000;
      opened = await engine.open({ now: () => now });
    });
    afterEach(() => opened.close());

    const world: World = {
      store: () => opened.store,
      another: () => (engine.lasting ? opened.reopen() : Promise.resolve(opened.store)),
      now: () => now,
      pass: (milliseconds) => {
        now += milliseconds;
      },
    };
    for (const contract of contracts) contract(world);
  });
}
