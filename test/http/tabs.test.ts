import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine(
  'a visit with many tabs',
  (world) => {
    test('H1: eight tabs opened at once can all post, in any order', async () => {
      const ann = world().visitor();
      await ann.open(article);
      world().clock.now += 1;
      const tabs = await Promise.all(Array.from({ length: 8 }, () => ann.open(article)));
      const posted = await Promise.all(
        tabs
          .toReversed()
          .map((tab, at) => ann.post(`${article}/comments`, { ...tab.reply, body: `From tab ${at}`, author: 'Ann' })),
      );
      expect(posted.map((answer) => answer.status)).toEqual(Array(8).fill(303));
    });
  },
  { firstComment: 'publish' },
);
