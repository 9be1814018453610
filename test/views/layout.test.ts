import { describe, expect, test } from '@jest/globals';
import type { Frame } from '../../src/http/view.ts';
import { form } from './form-sample.ts';
import { account, people, recoveryCodes, secondFactor } from './people-samples.ts';
import { queue } from './queue-samples.ts';
import { html, moderatorFrame, page, words } from './render.ts';
import { article, comment, credentials, hostile, listed } from './samples.ts';

const trouble = { heading: 'No such page', message: 'It may have moved.', requestId: null };
const showing = (frame: Partial<Frame> = {}) => page('error', trouble, frame);

describe('the frame', () => {
  test('names language, title, style sheet and icon', async () => {
    const $ = await showing({ language: 'de', title: `</title>${hostile}` });
    expect($('html').attr('lang')).toBe('de');
    expect($('title').text()).toBe(`</title>${hostile}`);
    expect($('link[rel="stylesheet"]').attr('href')).toBe('/blog/assets/site.css?v=1');
    expect($('link[rel="icon"]').attr('href')).toBe('/blog/assets/favicon.svg');
    expect($('meta[name="color-scheme"]').attr('content')).toBe('light dark');
  });

  test('leads home, past the header and, quietly, to sign-in', async () => {
    const $ = await showing({ siteName: hostile });
    expect($('.site-name').attr('href')).toBe('/blog/');
    expect($('.site-name').text()).toBe(hostile);
    expect($($('.skip').attr('href') ?? '').is('main')).toBe(true);
    expect($('footer a[href="/blog/sign-in"]')).toHaveLength(1);
    expect($('header form, nav')).toHaveLength(0);
  });

  test('gives a moderator the queue and the way out', async () => {
    const $ = await showing(moderatorFrame);
    expect(words($('nav a[href="/blog/moderation"]').text())).toBe('Queue 3 waiting');
    expect($('form[action="/blog/sign-out"][method="post"] [name="csrf"]').attr('value')).toBe('csrf-token');
    expect($('a[href="/blog/sign-in"]')).toHaveLength(0);
  });
});

test('an error says what happened, names the request and leads on', async () => {
  const $ = await page('error', { ...trouble, message: hostile, requestId: hostile });
  expect($('h1').text()).toBe('No such page');
  expect($('.lead').text()).toBe(hostile);
  expect($('code').text()).toBe(hostile);
  expect($('main a').attr('href')).toBe('/blog/');
  expect((await showing())('code')).toHaveLength(0);
});

const problems = [{ field: 'body', message: 'Write a comment.' }] as const;
const replied = { ...comment, id: 'c2', depth: 1, waiting: true, inReplyTo: { name: 'Ann', url: '#comment-c1' } };
const pages: readonly (readonly [string, object])[] = [
  ['articles/index', { articles: [listed] }],
  ['articles/show', { ...article, comments: [comment, replied], form: { ...form, problems } }],
  ['comments/retry', { form, article: { title: 'A week of talks', url: '/blog/articles/talks' } }],
  ['moderation/queue', queue],
  ['session/sign-in', credentials],
  ['session/setup', credentials],
  ['session/invitation', credentials],
  ['session/code', credentials],
  ['moderation/people', people],
  ['account/show', account],
  ['account/second-factor', secondFactor],
  ['account/second-factor-off', secondFactor],
  ['account/recovery-codes', recoveryCodes],
  ['error', trouble],
];

describe.each(pages)('%s', (view, fields) => {
  test('needs nothing that a strict content security policy forbids', async () => {
    const sent = await html(view, fields, moderatorFrame);
    expect(sent).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    const $ = await page(view, fields, moderatorFrame);
    expect($('script:not([src^="/blog/assets/"])')).toHaveLength(0);
  });

  test('has one main heading, whole labels and no id twice', async () => {
    const $ = await page(view, fields, moderatorFrame);
    expect($('h1')).toHaveLength(1);
    const ids = $('[id]').map((_, element) => $(element).attr('id') ?? '');
    expect(ids.get()).toEqual([...new Set(ids.get())]);
    for (const label of $('label[for]').get()) expect(ids.get()).toContain(label.attribs.for);
  });
});
