import { describe, expect, test } from '@jest/globals';
import { isSame, type Kind, labelOf, wanted } from '../../src/comments/list-entry.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const hash = 'x'.repeat(43);

describe('what is typed into the form of the lists', () => {
  test.each([
    ['word', '  cheap \n watches ', 'cheap watches'],
    ['word', 'cheap\u0000watches\u0007', 'cheap watches'],
    ['word', 'x'.repeat(200), 'x'.repeat(200)],
    ['domain', 'Spam.Example', 'spam.example'],
    ['domain', 'https://Shop.Spam.example:8080/x?y#z', 'shop.spam.example'],
    ['domain', '*.spam.example', 'spam.example'],
    ['domain', 'spam.example.', 'spam.example'],
    ['domain', 'müller.example', 'xn--mller-kva.example'],
    ['email', 'Ann@Spam.Example', 'ann@spam.example'],
    ['email', '@Müller.example', '@xn--mller-kva.example'],
    ['network', hash, hash],
  ] as const)('%s: "%s" is kept as "%s"', (kind, typed, value) => {
    expect(wanted(kind, typed)).toEqual({ kind, value });
  });

  test.each([
    ['word', '', 'Type what'],
    ['word', ' !? ', 'letter or digit'],
    ['word', 'x'.repeat(201), 'at most 200'],
    ['domain', 'localhost', 'such as spam.example'],
    ['domain', 'two words.example', 'such as spam.example'],
    ['domain', 'https://', 'such as spam.example'],
    ['domain', 'ann@spam.example', 'That is an e-mail address'],
    ['email', 'spam.example', '@spam.example for all'],
    ['email', 'a b@spam.example', '@spam.example for all'],
    ['email', 'ann@spam', '@spam.example for all'],
    ['network', '192.0.2.7', '192.0.2.0/24'],
    ['network', hash.slice(1), '192.0.2.0/24'],
  ] as const)('%s: "%s" is refused, with what to type', (kind, typed, words) => {
    expect(() => wanted(kind, typed)).toThrow(words);
  });

  test('entries are the same that find the same', () => {
    const same = (kind: Kind, one: string, other: string) => isSame(wanted(kind, one), wanted(kind, other));
    expect(same('word', 'Café, noir', 'CAFE NOIR')).toBe(true);
    expect(same('word', 'cafe', 'cafes')).toBe(false);
    expect(same('domain', 'https://spam.example/', 'SPAM.example')).toBe(true);
    expect(isSame({ kind: 'word', value: 'spam.example' }, { kind: 'domain', value: 'spam.example' })).toBe(false);
  });

  test('a network is named by a part of its hash', () => {
    const { t } = translatorFor('en');
    expect(labelOf({ kind: 'network', value: `abcdefgh${'x'.repeat(35)}` }, t)).toBe('network abcdefgh');
    expect(labelOf({ kind: 'email', value: '@spam.example' }, t)).toBe('@spam.example');
  });
});
