import { describe, expect, test } from '@jest/globals';
import type { FilterView } from '../../src/http/filter-view.ts';
import { moderatorFrame, page, words } from './render.ts';
import { hostile } from './samples.ts';

const view: FilterView = {
  spam: 120,
  honest: 80,
  needed: 50,
  tokens: 900,
  held: 7,
  behind: 0,
  resetAt: null,
  strongest: [
    { id: 'speaks-for-spam', heading: 'Spam', words: [{ word: 'cheap', spam: 60, honest: 1 }] },
    { id: 'speaks-against', heading: 'Honest', words: [] },
  ],
  action: '/blog/moderation/filter/reset',
  notice: null,
  problems: [],
};

const showing = (changed: Partial<FilterView> = {}) =>
  page('moderation/filter', { ...view, ...changed }, moderatorFrame);

describe('the page of the learning filter', () => {
  test('gives the numbers, and a table for each kind with a name of its own', async () => {
    const $ = await showing();
    const totals = $('.totals > div').toArray();
    expect(totals.map((each) => words($(each).text()))).toEqual([
      'Marked as spam120',
      'Approved by hand80',
      'Words and other signs900',
      'Held in seven days7',
    ]);
    const table = $('table');
    expect(words($(`#${table.attr('aria-labelledby')}`).text())).toBe('Spam');
    expect(words(table.find('tbody tr').text())).toBe('cheap601');
    expect(words($('[aria-labelledby=speaks-against] .empty').text())).toBe('Nothing stands out.');
    expect($('.menu [aria-current=page]').text()).toBe('Filter');
  });

  test('words of strangers stay text', async () => {
    const words = [{ word: hostile, spam: 3, honest: 0 }];
    const $ = await showing({ strongest: [{ id: 'speaks-for-spam', heading: 'Spam', words }] });
    expect($('tbody th').text()).toBe(hostile);
    expect($('main img, main script, main [style]')).toHaveLength(0);
  });

  test.each([
    [1, '1 decision is still being read'],
    [30, '30 decisions are still being read'],
  ])('with %s to read, it says so', async (behind, sentence) => {
    expect(words((await showing({ behind }))('main').text())).toContain(sentence);
    expect(words((await showing())('main').text())).not.toContain('being read');
  });
});
