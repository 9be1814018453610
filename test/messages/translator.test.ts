import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/messages/languages.ts';
import { message } from '../../src/messages/message.ts';
import { translatorFor } from '../../src/messages/translator.ts';

describe('translatorFor', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['tlh', 'en'],
    ['', 'en'],
  ])('%j speaks %s', (tag, expected) => expect(translatorFor(tag).tag).toBe(expected));
});

describe('t', () => {
  const { t, around } = translatorFor('en');

  test('says a message by its name, and one made earlier', () => {
    expect(t('page.signedInAs', { email: 'ann@example.org' })).toBe('Signed in as ann@example.org');
    expect(t(message('page.signedInAs', { email: 'ann@example.org' }))).toBe('Signed in as ann@example.org');
  });

  test('isolates a value that is written in the other direction', () =>
    expect(t('page.signedInAs', { email: 'דן' })).toBe('Signed in as \u2068דן\u2069'));

  test.each(languages)('a value that only chooses words is understood in $tag', ({ tag }) => {
    const { t } = translatorFor(tag);
    const told = (what: string) => t('act.thisWas', { what, who: 'nobody', by: '' });
    expect(new Set(['approve', 'hold', 'spam', 'trash', 'edit', 'erase', 'undo'].map(told)).size).toBe(7);
  });

  test('what a value says is never read as a message', () =>
    expect(t('page.signedInAs', { email: '{email} <b>#' })).toBe('Signed in as {email} <b>#'));

  test('gives the halves around a value', () =>
    expect(around('page.signedInAs', 'email')).toEqual(['Signed in as ', '']));
});
