import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('signing out', (world) => {
  test('is not undone by a page that was being read meanwhile', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mo = await world().moderator();
      const queue = await mo.open('/moderation');
      const reading = Promise.all(Array.from({ length: 4 }, () => mo.open(article)));
      await mo.submit(queue, 'form[action="/sign-out"]');
      await reading;
      await wait(10);
      expect((await mo.open('/moderation')).status).toBe(303);
    }
  });

  test('reading as a moderator writes no session back', async () => {
    const mo = await world().moderator();
    expect((await mo.open(article)).headers['set-cookie']).toBeUndefined();
  });
});
