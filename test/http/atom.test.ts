import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Parser from 'rss-parser';
import { type AtomEntry, atomOf } from '../../src/http/atom.ts';

const entry: AtomEntry = {
  id: 'urn:uuid:01890000-0000-7000-8000-000000000000',
  title: 'Ann on “Tides”',
  author: { name: 'Ann', website: null },
  byModerator: false,
  published: 1_000,
  updated: 1_000,
  url: '/articles/tides/comments/1',
  html: '<p>High water.</p>',
  inReplyTo: null,
};
const feed = { id: 'urn:uuid:1', title: 'Tides', updated: 0, self: '/feed.atom', page: '/', entries: [] };
const fields = { item: ['thr:in-reply-to', 'category', 'published', 'updated'] };

/** Strict about XML: it throws at the first thing that is not well-formed. */
const parse = (text: string) => new Parser({ customFields: fields }).parseString(text);

describe('a feed', () => {
  test('says what each entry is, whose, and what it answers', async () => {
    const inReplyTo = { id: 'urn:uuid:2', url: '/articles/tides/comments/2' };
    const written = { ...entry, inReplyTo, byModerator: true, updated: 61_000 };
    const { title, items } = await parse(atomOf({ ...feed, entries: [written] }));
    expect(title).toBe('Tides');
    expect(items).toMatchObject([
      {
        id: entry.id,
        title: entry.title,
        author: 'Ann',
        link: entry.url,
        content: entry.html,
        published: '1970-01-01T00:00:01.000Z',
        updated: '1970-01-01T00:01:01.000Z',
        category: { $: { term: 'moderator' } },
        'thr:in-reply-to': { $: { ref: 'urn:uuid:2', href: '/articles/tides/comments/2' } },
      },
    ]);
  });

  test('takes whatever text, and gives it back', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '&', '>', '"', "'", ']]>', '<!--', '&lt;'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const name = `a${typed}z`;
        const author = { name, website: `https://example.org/?${encodeURIComponent(typed)}&b="<` };
        const written = { ...entry, author, title: name, html: name };
        const text = atomOf({ ...feed, title: name, entries: [written] });
        expect(text).not.toMatch(unknown);
        const { items } = await parse(text);
        expect(items.map((item) => [item.title, item.author, item.content].map(plain))).toEqual([
          Array(3).fill(plain(name)),
        ]);
      }),
    );
  });
});

/** Not among the characters of XML 1.0 (section 2.2). */
const unknown = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** XML has no word for most control characters, and folds carriage returns; the parser takes blanks at the ends. */
function plain(text: unknown): string {
  return String(text).replaceAll(unknown, '').replace(/\r\n?/g, '\n').trim();
}
