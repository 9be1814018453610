import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/comments/comment.ts';
import { noEvidence } from '../../src/comments/evidence.ts';
import { toSafeHtml } from '../../src/comments/markup.ts';
import { keptReason, sayReason } from '../../src/comments/reason.ts';
import { rulesOf } from '../../src/comments/rules/index.ts';
import { screen } from '../../src/comments/screening.ts';
import type { SitePolicy } from '../../src/comments/site.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

const open: SitePolicy = { firstComment: 'publish', language: 'en', blocklist: [], commentsPerPage: 50, mostLinks: 1 };

const nothing = {
  language: null,
  proven: false,
  unable: false,
  hurried: false,
  guessing: false,
  attacked: false,
  ...noEvidence,
};

const { t } = translatorFor('en');

type Facts = typeof nothing & { readonly author: object; readonly policy: object; readonly honeypot: string };

/** The reason a comment is held for, or null when it is published. */
function reasonFor(
  body: string,
  { author = {}, policy = {}, honeypot = '', ...facts }: Partial<Facts> = {},
): string | null {
  const typed = { name: 'Ann', email: null, website: null, ...author };
  const draft: Draft = { body, honeypot, parentId: null, author: typed };
  const submission = { ...nothing, ...facts, draft, html: toSafeHtml(body) };
  const verdict = screen(submission, rulesOf({ ...open, ...policy }));
  return verdict.action === 'hold' ? sayReason(keptReason(verdict.reason), t) : null;
}

describe('screening', () => {
  test('a plain comment is published where first comments are, and held where they are not', () => {
    expect(reasonFor('A plain comment.')).toBeNull();
    expect(reasonFor('A plain comment.', { policy: { firstComment: 'hold' } })).toBe('First comment of this author');
    expect(reasonFor('A plain comment.', { policy: { firstComment: 'hold' }, proven: true })).toBeNull();
  });

  test('a filled honeypot holds, with its reason', () => {
    expect(reasonFor('A plain comment.', { honeypot: 'x' })).toBe('A field that nobody sees was filled');
  });

  test.each([
    ['hurried', 'Answered twice faster than a person writes'],
    ['guessing', 'Many wrong answers from this address or network'],
    ['attacked', 'Many wrong answers on the whole site just now'],
    ['repeated', 'The same words came from another address'],
  ] as const)('%s holds, with its reason', (fact, reason) => {
    expect(reasonFor('A plain comment.', { [fact]: true })).toBe(reason);
  });

  test('an attack holds strangers only', () => {
    expect(reasonFor('A plain comment.', { attacked: true, proven: true })).toBeNull();
  });

  test('so many links as the site allows', () => {
    const two = 'https://a.example https://b.example';
    expect(reasonFor(two, { policy: { mostLinks: 2 } })).toBeNull();
    expect(reasonFor('https://a.example', { policy: { mostLinks: 0 } })).toBe('1 link');
  });

  test('whoever did not do the sum is held, known or not', () => {
    expect(reasonFor('A plain comment.', { unable: true, proven: true })).toBe('Sent without doing the sum');
  });

  test.each([
    ['one link https://a.example', null],
    ['https://a.example and https://b.example', '2 links'],
    ['[a](https://a.example) <a href="http://b.example">b</a> http://c.example', '3 links'],
    ['[a](http&#58;//a.example) [b](http&colon;//b.example)', '2 links'],
    ['`https://a.example https://b.example` is code', null],
    ['not links: //a.example javascript://b', null],
  ])('links: %s', (body, reason) => {
    expect(reasonFor(body)).toBe(reason);
  });

  test.each([
    ['Ann', false],
    ['J. R. Müller jr.', false],
    ['Dr.Strange', false],
    ['St. Mary', false],
    ['cheap-watches.example', true],
    ['www.watches', true],
    ['Buy at https://x', true],
    ['Watches.com now', true],
  ])('the name %s is an address: %s', (name, isAddress) => {
    expect(reasonFor('Hello there.', { author: { name } }) === 'The name is a web address').toBe(isAddress);
  });

  test.each([
    ['a Dress for Andressa', 'dress', true],
    ['Andressa is here', 'dress', false],
    ['CHEAP   Watches!', 'cheap watches', true],
    ['cheap and watches', 'cheap watches', false],
    ['ｖｉａｇｒａ', 'viagra', true],
    ['see spam.example/x', 'spam.example', true],
    ['anything', ' , ', false],
  ])('blocklist: "%s" with %s is found: %s', (body, entry, found) => {
    expect(reasonFor(body, { policy: { blocklist: [entry] } })).toBe(found ? `On the blocklist: ${entry}` : null);
  });

  test('the blocklist looks at name, address and website too', () => {
    const policy = { blocklist: ['spam.example'] };
    for (const author of [
      { name: 'Spam Example' },
      { email: 'a@spam.example' },
      { website: 'https://spam.example/' },
    ]) {
      expect(reasonFor('Hello.', { author, policy })).toContain('blocklist');
    }
  });

  test.each([
    ['en', 'Это сообщение на русском языке', 'Written in letters that this site does not use'],
    ['en', 'He said «да» and left the room', null],
    ['en', 'Спасибо', null],
    ['ru', 'Это сообщение на русском языке', null],
    ['sr', 'Ово је ћирилица, a ovo latinica', null],
    ['el', 'Αυτό είναι ένα σχόλιο στα ελληνικά', null],
    ['fa', 'این یک نظر به زبان فارسی است', null],
    ['ar', 'هذا تعليق مكتوب باللغة العربية', null],
    ['ar', 'This comment is in English', 'Written in letters that this site does not use'],
    ['uk', 'Це коментар українською мовою', null],
    ['zh', '这是一条用中文写的评论', null],
    ['zh-TW', '這是一則用中文寫的留言', null],
    ['zh', '用 TypeScript 写 Express 很好', null],
    ['zh', 'Это сообщение на русском языке', 'Written in letters that this site does not use'],
    ['es', '这是一条用中文写的评论', 'Written in letters that this site does not use'],
    ['en', 'log in to your Аррlе account', 'A word mixes letters of two alphabets'],
    ['ru', 'войдите в аккаунт Gооgle', 'A word mixes letters of two alphabets'],
    ['en', 'the β-decay and the α particle', null],
    ['en', '1234567890 👍👍👍👍👍👍👍👍👍👍', null],
  ])('letters, on a site in %s: %s', (language, body, reason) => {
    expect(reasonFor(body, { policy: { language } })).toBe(reason);
  });

  test.each(['ж', '漢', 'a', 'ж ', 'aж', '1'])('the longest body of nothing but %j takes no time', (unit) => {
    const body = unit.repeat(10_000 / unit.length);
    expect(cpuTimeOf(() => reasonFor(body))).toBeLessThan(150);
  });
});
