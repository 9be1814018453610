import { describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import type { Learned } from '../../src/comments/learning/filter.ts';
import { filterRoutes } from '../../src/http/filter.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { moderatorFrame, page, words } from './render.ts';
import { hostile } from './samples.ts';

const learned: Learned = {
  spam: 1_200,
  honest: 80,
  needed: 50,
  tokens: 900,
  held: 7,
  behind: 0,
  resetAt: null,
  strongest: { spam: [{ token: 'word:cheap', spam: 60, honest: 1 }], honest: [] },
};

describe('the page of the learning filter', () => {
  test('gives the numbers, and a table for each kind with a name of its own', async () => {
    const $ = await showing();
    const totals = $('.totals > div').toArray();
    expect(totals.map((each) => words($(each).text()))).toEqual([
      'Marked as spam1,200',
      'Approved by hand80',
      'Words and other signs900',
      'Held in seven days7',
    ]);
    const table = $('table');
    expect(words($(`#${table.attr('aria-labelledby')}`).text())).toBe('What speaks most for spam');
    expect(words(table.find('tbody tr').text())).toBe('cheap601');
    expect(words($('[aria-labelledby=speaks-against] .empty').text())).toBe('Nothing stands out.');
    expect($('.menu [aria-current=page]').text()).toBe('Filter');
  });

  test('words of strangers stay text', async () => {
    const spam = [{ token: `word:${hostile}`, spam: 3, honest: 0 }];
    const $ = await showing({ strongest: { spam, honest: [] } });
    expect($('tbody th').text()).toBe(hostile);
    expect($('main img, main script, main [style]')).toHaveLength(0);
  });

  test('a word that is named as a message of ours stays that word', async () => {
    const spam = [{ token: 'word:page.skip', spam: 3, honest: 0 }];
    expect((await showing({ strongest: { spam, honest: [] } }))('tbody th').text()).toBe('page.skip');
  });

  test.each([
    [1, '1 decision is still being read'],
    [30, '30 decisions are still being read'],
  ])('with %s to read, it says so', async (behind, sentence) => {
    expect(words((await showing({ behind }))('main').text())).toContain(sentence);
    expect(words((await showing())('main').text())).not.toContain('being read');
  });

  test('says when it was reset, and how far it is since', async () => {
    const $ = await showing({ spam: 3, honest: 0, resetAt: Date.UTC(2022, 0, 14) });
    expect(words($('[aria-labelledby=again] p').first().text())).toMatch(/It was last reset 14 January 2022\.$/);
    expect(words($('.notice').text())).toMatch(/^Not enough decisions yet: 3 of 50 spam, 0 of 50 honest\./);
    expect($('table')).toHaveLength(0);
  });
});

/** The page as an owner gets it where this was learned. */
async function showing(changed: Partial<Learned> = {}) {
  const shown: object[] = [];
  const routes = filterRoutes({
    learning: { state: async () => ({ ...learned, ...changed }), reset: async () => undefined },
    show: (_req, _res, _frame, fields) => void shown.push(fields),
    now: () => Date.UTC(2022, 0, 16),
  });
  const answer = { locals: { translator: translatorFor('en') } } as unknown as Response;
  await routes.page({ query: {}, baseUrl: '/blog' } as unknown as Request, answer, () => undefined);
  return page('moderation/filter', shown[0] ?? {}, moderatorFrame);
}
