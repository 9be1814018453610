import { describe, expect, test } from '@jest/globals';
import { checkView } from '../../src/http/check-view.ts';
import type { ClosingView } from '../../src/http/closing-view.ts';
import { choices, type ListsView } from '../../src/http/lists-view.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { row } from './queue-samples.ts';
import { moderatorFrame, page, words } from './render.ts';
import { hostile } from './samples.ts';

const inEnglish = translatorFor('en');
const typed = { kind: 'word', value: '', effect: 'hold', lasts: 'never', checked: '' } as const;
const noHits = { pending: 0, approved: 0, spam: 0, trash: 0 };
const simulation = { tried: 3_450, cut: false, hits: noHits, examples: [] };

const lists: ListsView = {
  ...choices(inEnglish.t),
  action: '/blog/moderation/lists',
  removeAction: '/blog/moderation/lists/remove',
  typed,
  problems: [],
  check: null,
  told: null,
  filters: [{ label: 'All', url: '/blog/moderation/lists', count: '0', current: true }],
  entries: [],
};

describe('the page of the lists', () => {
  test.each([
    [noHits, 'word', 'Would have hit none of the 3,450 comments of the last 30 days.'],
    [
      { ...noHits, approved: 3, spam: 9 },
      'word',
      'Would have hit 12 of the 3,450 comments of the last 30 days: 3 approved, 9 spam.',
    ],
    [
      { ...noHits, trash: 1 },
      'network',
      'Would have hit 1 of the 3,450 comments of the last 30 days whose origin is still known: 1 trash.',
    ],
  ] as const)('tells what an entry would have hit: %j', (hits, kind, sentence) => {
    expect(checkView({ ...simulation, hits }, { kind, effect: 'hold' }, inEnglish).sentence).toBe(sentence);
  });

  test('warns where readers see today what would be held, and where not all was tried', () => {
    const warned = checkView(
      { ...simulation, hits: { ...noHits, approved: 3 }, cut: true },
      { ...typed, effect: 'block' },
      inEnglish,
    );
    expect(warned.warning).toBe(
      'Among them are 3 that readers see today. Comments like them would be filed as spam from now on.',
    );
    expect(warned.sentence).toMatch(/3 approved\. Only the newest were tried\.$/);
    expect(checkView({ ...simulation, hits: { ...noHits, spam: 9 } }, typed, inEnglish).warning).toBeNull();
  });

  test('shows what people typed as text, whatever they typed', async () => {
    const example = { id: 'c1', name: hostile, status: 'spam', before: hostile, hit: hostile, after: hostile } as const;
    const entry = {
      id: 'e1',
      label: hostile,
      effect: [hostile, hostile],
      expired: false,
      at: row.at,
      made: [hostile, hostile],
    } as const;
    const told = {
      notice: hostile,
      undo: { action: '/x', label: hostile, fields: [{ name: 'entry', value: hostile }] },
    };
    const check = checkView({ ...simulation, examples: [example] }, typed, inEnglish);
    const fields = { ...lists, typed: { ...typed, value: hostile, checked: hostile }, check, told, entries: [entry] };
    const $ = await page('moderation/lists', fields, moderatorFrame);
    expect($('main img, main script').length).toBe(0);
    expect([$('#value').val(), $('[name=checked]').val(), $('mark').text()]).toEqual([hostile, hostile, hostile]);
    expect(words($('.act strong').text())).toBe(words(hostile));
  });

  test('offers to save only what was checked', async () => {
    const $ = await page('moderation/lists', lists, moderatorFrame);
    expect(
      $('button[name=do]')
        .toArray()
        .map((button) => $(button).val()),
    ).toEqual(['check']);
    const checked = await page(
      'moderation/lists',
      { ...lists, check: checkView(simulation, typed, inEnglish) },
      moderatorFrame,
    );
    expect(
      checked('button[name=do]')
        .toArray()
        .map((button) => checked(button).val()),
    ).toEqual(['check', 'save']);
  });
});

test('the page about closing shows titles as text, and a button only where it can do something', async () => {
  const article = { slug: 'talks', title: hostile, url: '/blog/articles/talks', state: 'Open', act: 'close' } as const;
  const closing: ClosingView = {
    told: null,
    problem: null,
    action: '/blog/moderation/closing',
    freeze: { action: '/blog/moderation/closing/freeze', frozen: true },
    age: { action: '/blog/moderation/closing/age', days: '30' },
    articles: [article, { ...article, slug: 'old', state: 'Closed by its age', act: null }],
  };
  const $ = await page('moderation/closing', closing, moderatorFrame);
  expect($('main img, main script').length).toBe(0);
  expect($('.act button').length).toBe(1);
  expect($('button[value=thaw]').length).toBe(1);
  expect($('#days').val()).toBe('30');
});
