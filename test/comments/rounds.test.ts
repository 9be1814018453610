import { expect, test } from '@jest/globals';
import { createRounds } from '../../src/comments/rounds.ts';

test('work comes round again, what fails is logged and done again, and it stops', async () => {
  const logged: string[] = [];
  const rounds = createRounds({ error: (details, message) => void logged.push(`${message}: ${Object.keys(details)}`) });
  let times = 0;
  const twice = new Promise<void>((resolve) => {
    rounds.every(
      5,
      async () => {
        times += 1;
        if (times === 1) throw new Error('the first time');
        resolve();
      },
      'counting failed',
    );
  });
  await twice;
  rounds.stop();
  const before = times;
  expect(logged).toEqual(['counting failed: err']);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(times).toBe(before);
});
