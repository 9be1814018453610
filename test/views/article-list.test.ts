import { describe, expect, test } from '@jest/globals';
import { page, words } from './render.ts';
import { listed } from './samples.ts';

const listing = (...articles: readonly object[]) => page('articles/index', { articles });

describe('the list', () => {
  test('shows section, headline, author, day and replies', async () => {
    const $ = await listing(listed);
    expect(words($('.teaser').text())).toBe('World News A week of talks By Maria 10 January 2022 3 replies');
    expect($('.teaser h2 a').attr('href')).toBe('/blog/articles/talks');
    expect($('time').attr()).toEqual({ datetime: listed.date.iso, title: listed.date.exact });
  });

  test.each([
    [0, true, 'No replies yet'],
    [1, true, '1 reply'],
    [2, true, '2 replies'],
    [0, false, 'Replies are closed'],
    [1, false, '1 reply, closed'],
  ])('%d replies, open %s: %s', async (replies, open, said) => {
    expect((await listing({ ...listed, replies, open }))('.byline').text()).toContain(said);
  });

  test.each([
    ['de', 'de', 'de'],
    [null, '', undefined],
  ])('a section in %s is set in capitals by its own rules, not by those of the page', async (language, own, title) => {
    const $ = await listing({ ...listed, language });
    expect($('.section-label bdi').attr('lang')).toBe(own);
    expect($('.teaser h2 bdi').attr('lang')).toBe(title);
  });

  test('says what to do when it is empty', async () => {
    expect((await listing())('.empty').text()).toMatch(/^No articles yet\./);
  });
});
