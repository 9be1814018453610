import { describe, expect, test } from '@jest/globals';
import { createChallenge, judge } from '../../src/captcha/challenge.ts';
import { languages } from '../../src/captcha/words/index.ts';
import { readSum } from '../../src/testing/index.ts';
import { seeded } from '../captcha/seeded.ts';
import { form } from '../views/form-sample.ts';
import { html } from '../views/render.ts';
import { article } from '../views/samples.ts';

const visit = { session: 'visit', purpose: 'form' };
const operations = ['+', '−', '×'] as const;

describe('our own form', () => {
  test.each(languages.map((words) => [words.language, words] as const))(
    'asks sums that are read in %s',
    async (_, words) => {
      for (let seed = 0; seed < 5; seed += 1) {
        const asked = { ...visit, id: 'y'.repeat(22), issuedAt: 0, lifetimeMs: 1_000, words, operations };
        const challenge = createChallenge({ ...asked, blank: 'any' }, seeded(seed));
        const { id, prompt: tokens, language } = challenge;
        const sum = readSum(
          await html('articles/show', { ...article, form: { ...form, sum: { id, tokens, language } } }),
        );
        const attempt = { ...visit, now: 1, minThinkMs: 0 };
        expect(judge(challenge, { ...attempt, response: sum?.right }).outcome).toBe('passed');
        expect(judge(challenge, { ...attempt, response: sum?.wrong }).outcome).toBe('wrong');
        expect(sum?.challenge).toBe(id);
      }
    },
  );

  test('asks none where the ticket is there', async () => {
    expect(readSum(await html('articles/show', { ...article, form: { ...form, excused: true } }))).toBeUndefined();
    const ticket = { challenge: 'id', response: '4' };
    expect(readSum(await html('articles/show', { ...article, form: { ...form, sum: null, ticket } }))).toBeUndefined();
  });
});
