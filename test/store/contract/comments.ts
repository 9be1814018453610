import { describe, expect, test } from '@jest/globals';
import { noFilter } from '../../../src/comments/queue.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const hard: readonly (readonly [string, string])[] = [
  ['plain words', 'plain'],
  ['lines, indents and tabs', 'line\nline\n\n  indented\ttabbed '],
  ['a leading newline', '\n leading newline'],
  ['four bytes and joiners', '🦔🏳️‍🌈 four bytes and joiners'],
  ['combining marks', 'e\u0301 \u00e9 a\u0328\u0301\u0323 combining, not folded together'],
  ['right to left', 'שלום العربية \u202eright to left\u202c'],
  ['what SQL and templates mean', '\'; drop table comments; -- " \\ % _ ? $1 :x {{}}'],
  ['controls and odd line ends', '\u0001\u0008\u001f\u007f\u0085\u2028\u2029\ufeff'],
  ['spaces', '   '],
  ['letters that change case oddly', 'ſ ß İ ı Ω'],
  ['the longest comment', 'x'.repeat(10_000)],
];

export function commentsContract(world: World): void {
  describe('comments', () => {
    test('a comment comes back as it was stored, by id and by submission', async () => {
      const { comments } = world.store();
      const author = { name: 'Ann', email: 'ann@example.org', website: 'https://example.org/' };
      const comment = aComment(1, { status: 'spam', reason: 'Six links.', author });
      await comments.add(comment, thread);
      expect(await comments.byId(comment.id)).toEqual(comment);
      expect(await comments.bySubmission(comment.submissionId)).toEqual(comment);
      expect(await comments.byId(idOf(2))).toBeUndefined();
      expect(await comments.bySubmission('submission-2')).toBeUndefined();
    });

    test.each(hard)('keeps %s byte for byte', async (_name, text) => {
      const { comments, queue } = world.store();
      const author = { name: text, email: text, website: text };
      const comment = aComment(1, { body: text, html: text, reason: text, author });
      await comments.add(comment, { ...thread, title: text });
      expect(await comments.byId(comment.id)).toEqual(comment);
      const { items } = await queue.page('pending', noFilter, { order: 'newest', after: null, limit: 1 });
      expect(items[0]?.thread.title).toBe(text);
    });

    test('one submission stores one comment', async () => {
      const { comments } = world.store();
      await comments.add(aComment(1), thread);
      await expect(comments.add(aComment(2, { submissionId: 'submission-1' }), thread)).rejects.toThrow(/unique/i);
      expect(await comments.byId(idOf(2))).toBeUndefined();
    });

    test('an unknown status, parent or root is refused', async () => {
      const { comments } = world.store();
      const lost = { status: 'lost' as 'spam' };
      await expect(comments.add(aComment(1, lost), thread)).rejects.toThrow(/check/i);
      await expect(comments.add(aComment(1, { parentId: idOf(9), rootId: idOf(1) }), thread)).rejects.toThrow(
        /foreign/i,
      );
      await expect(comments.add(aComment(1, { rootId: idOf(9) }), thread)).rejects.toThrow(/foreign/i);
    });

    test('a thread keeps its newest url and title', async () => {
      const { comments, queue } = world.store();
      await comments.add(aComment(1), thread);
      const moved = { key: thread.key, url: '/articles/the-tides', title: 'The tides' };
      await comments.add(aComment(2), moved);
      const { items } = await queue.page('pending', noFilter, { order: 'newest', after: null, limit: 9 });
      expect(items.map((item) => item.thread)).toEqual([moved, moved]);
    });

    test('a visitor sees the own waiting comments of this thread, oldest first', async () => {
      const { comments } = world.store();
      const other = { key: 'moon', url: '/articles/moon', title: 'Moon' };
      await comments.add(aComment(2), thread);
      await comments.add(aComment(1), thread);
      await comments.add(aComment(3, { threadKey: 'moon' }), other);
      await comments.add(aComment(4, { visitor: 'visitor-of-bob' }), thread);
      await comments.add(aComment(5, { status: 'trash' }), thread);
      const waiting = await comments.waitingFor('tides', 'visitor-of-ann');
      expect(waiting.map((comment) => comment.id)).toEqual([idOf(1), idOf(2)]);
    });

    test('to its author, what a rule filed as spam waits too, until a moderator decides', async () => {
      const { comments, queue } = world.store();
      const blocked = aComment(1, { status: 'spam' });
      await comments.add(blocked, thread);
      const waiting = async () => (await comments.waitingFor('tides', blocked.visitor)).map(({ id }) => id);
      const twin = async () => (await comments.twinOf(blocked))?.id;
      expect([await waiting(), await twin()]).toEqual([[idOf(1)], idOf(1)]);
      await queue.place([idOf(1)], 'spam', 1);
      expect([await waiting(), await twin()]).toEqual([[], undefined]);
    });
  });
}
