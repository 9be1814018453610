import { expect } from '@jest/globals';
import type { Browser, Shown } from './browser.ts';
import { words } from './listing.ts';
import { article } from './world.ts';

export const closingUrl = '/moderation/closing';

/** Presses a button of the page about closing; gives the page it leads to. */
export async function press(mo: Browser, form: string, fields: Readonly<Record<string, string>>): Promise<Shown> {
  const done = await mo.submit(await mo.open(closingUrl), form, fields);
  return done.status === 303 ? mo.open(done.headers.location ?? '') : done;
}

/** Everything a visitor can try on an article that was open when its page was: nothing is stored, no word is lost. */
export async function expectRefused(ann: Browser, open: Shown, sentence: string): Promise<void> {
  const page = await ann.open(article);
  expect([page.$('form[action$="/comments"]').length, words(page, '#replies')]).toEqual([
    0,
    expect.stringContaining(sentence),
  ]);
  expect(page.$('.reply-link').length).toBe(0);
  const late = await ann.post(`${article}/comments`, { ...open.reply, body: 'Every word\nof this', author: 'Ann' });
  expect([late.status, late.$('#body').text(), late.$('#author').val()]).toEqual([403, 'Every word\nof this', 'Ann']);
  expect(words(late, '[role=alert]')).toContain(`${sentence} So yours was not stored.`);
  const more = { ...open.reply, body: '', another: '1' };
  expect((await ann.post(`${article}/comments`, more)).status).toBe(403);
  const sum = await ann.post(`${article}/sum`, {});
  expect([sum.status, sum.html]).toEqual([404, expect.stringContaining(sentence)]);
}
