import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Effect, type Kind, type ListEntry, wanted } from '../../src/comments/list-entry.ts';
import { compile, type Listable } from '../../src/comments/listing.ts';
import { toSafeHtml } from '../../src/comments/markup.ts';

const now = 1_000;
const network = 'n'.repeat(43);
const address = 'a'.repeat(43);

function entry(kind: Kind, value: string, more: Partial<ListEntry> = {}): ListEntry {
  const rest = { id: value, effect: 'hold' as Effect, expiresAt: null, createdAt: 0, createdBy: '', removedAt: null };
  return { ...wanted(kind, value), ...rest, ...more };
}

function listable(body: string, author: Partial<Listable['author']> = {}): Listable {
  return { author: { name: 'Ann', email: null, website: null, ...author }, html: toSafeHtml(body), address, network };
}

/** What the entry finds, as it stands there; null when it finds nothing. */
function hit(entries: readonly ListEntry[], comment: Listable): string | null {
  const found = compile(entries)(comment, now);
  return found?.text.slice(found.start, found.end) ?? null;
}

describe('an entry of the lists', () => {
  test.each([
    ['Andressa', {}, null],
    ['a dress', {}, 'dress'],
    ['a *dress* and **dr**ess', {}, 'dress'],
    ['only **dr**ess', {}, 'dress'],
    ['And**dress**a', {}, null],
    ['dr\\ess &#100;ress', {}, 'dress'],
    ['<b title="dress">this</b>', {}, null],
    ['see [it](https://shop.example/dress)', {}, 'dress'],
    ['nothing', { name: 'Red Dress' }, 'Dress'],
    ['nothing', { name: 'Andressa' }, null],
    ['nothing', { email: 'dress@shop.example' }, 'dress'],
    ['nothing', { website: 'https://dress.example/' }, 'dress'],
  ])('of a word, in "%s" %j: %j', (body, author, expected) => {
    expect(hit([entry('word', 'dress')], listable(body, author))).toBe(expected);
  });

  test.each([
    ['https://spam.example/x', {}, 'spam.example'],
    ['[here](http://www.SPAM.example:81/x)', {}, 'www.spam.example'],
    ['[here](https://spam.example./x)', {}, 'spam.example.'],
    ['https://notspam.example', {}, null],
    ['https://spam.example.org', {}, null],
    ['https://other.example/?u=https://spam.example', {}, null],
    ['`https://spam.example` is code', {}, null],
    ['nothing', { website: 'https://a.b.spam.example/' }, 'a.b.spam.example'],
    ['nothing', { email: 'ann@spam.example' }, null],
  ])('of a domain, in "%s" %j: %j', (body, author, expected) => {
    expect(hit([entry('domain', 'spam.example')], listable(body, author))).toBe(expected);
  });

  test('of a domain knows its names in all letters', () => {
    expect(hit([entry('domain', 'müller.example')], listable('<a href="https://MÜLLER.example">it</a>'))).toBe(
      'xn--mller-kva.example',
    );
    expect(hit([entry('domain', 'xn--mller-kva.example')], listable('https://müller.example/'))).not.toBeNull();
  });

  test.each([
    ['ann@spam.example', 'ANN@Spam.example', true],
    ['ann@spam.example', 'joann@spam.example', false],
    ['ann@spam.example', 'ann@mail.spam.example', false],
    ['@spam.example', 'ann@spam.example', true],
    ['@spam.example', 'ann@mail.spam.example', true],
    ['@spam.example', 'ann@notspam.example', false],
  ])('of the e-mail address %s meets %s: %s', (value, email, expected) => {
    expect(hit([entry('email', value)], listable('Hello.', { email })) !== null).toBe(expected);
    expect(hit([entry('email', value)], listable(email))).toBeNull();
  });

  test('of a network meets the hash of the network, and of the address', () => {
    expect(hit([entry('network', network)], listable('Hello.'))).toBe('');
    expect(hit([entry('network', address)], listable('Hello.'))).toBe('');
    expect(hit([entry('network', 'x'.repeat(43))], listable('Hello.'))).toBeNull();
    expect(hit([entry('network', network)], { ...listable('Hello.'), address: null, network: null })).toBeNull();
  });

  test('does nothing from the moment on at which it expires', () => {
    expect(hit([entry('word', 'dress', { expiresAt: now + 1 })], listable('dress'))).toBe('dress');
    expect(hit([entry('word', 'dress', { expiresAt: now })], listable('dress'))).toBeNull();
    const both = [entry('word', 'dress', { expiresAt: now }), entry('word', 'red dress')];
    expect(hit(both, listable('a red dress'))).toBe('red dress');
  });

  test('that blocks goes before one that holds, whatever it looks for', () => {
    const entries = [entry('word', 'dress'), entry('network', network, { effect: 'block' })];
    expect(compile(entries)(listable('dress'), now)?.item.effect).toBe('block');
  });

  test('no entries meet nothing', () => {
    expect(compile([])(listable('dress https://spam.example', { email: 'ann@spam.example' }), now)).toBeNull();
  });
});

test('a domain meets itself and what is below it, and no other host', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
  fc.assert(
    fc.property(label, label, fc.array(label, { maxLength: 3 }), (name, other, below) => {
      const domain = entry('domain', `${name}.example`);
      const reach = (host: string) => hit([domain], listable(`https://${host}/`)) !== null;
      expect(reach([...below, name, 'example'].join('.'))).toBe(true);
      expect(reach(`${other}${name}.example`)).toBe(false);
      expect(reach(`${name}.example.${other}`)).toBe(`${name}.example` === `example.${other}`);
    }),
  );
});
