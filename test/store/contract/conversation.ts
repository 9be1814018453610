import { describe, expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comments/comment.ts';
import { type ConversationPage, type PageStart, type Sort, sorts } from '../../../src/comments/paging.ts';
import type { CommentStore } from '../../../src/comments/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

export function conversationContract(world: World): void {
  describe('the conversation', () => {
    test('pages hold whole branches in order of writing, every comment once', async () => {
      const { comments } = world.store();
      await writeConversation(comments);
      const pages = await readPages(comments, 2);
      expect(pages.map(numbers)).toEqual([[1, 6, 2, 5, 9], [3, 4], [7]]);
      expect((await readPages(comments, 4)).map(numbers)).toEqual([[1, 6, 2, 5, 9, 3, 4], [7]]);
      expect((await readPages(comments, 5)).map(numbers)).toEqual([[1, 6, 2, 5, 9, 3, 4, 7]]);
    });

    test('the newest or the most discussed come first, each branch in order of writing', async () => {
      const { comments } = world.store();
      await writeConversation(comments);
      expect((await readPages(comments, 2, 'newest')).map(numbers)).toEqual([
        [7, 4],
        [3, 2, 5, 9],
        [1, 6],
      ]);
      expect((await readPages(comments, 2, 'discussed')).map(numbers)).toEqual([[2, 5, 9, 1, 6], [7, 4], [3]]);
    });

    test.each(sorts)('%s: each page knows the one before it', async (sort) => {
      const { comments } = world.store();
      await writeConversation(comments);
      const starts: (PageStart | null)[] = [null];
      for (let next: PageStart | null = null; ; ) {
        const page = await comments.approvedIn('tides', { sort, from: next, limit: 2, replies: 200 });
        const expected = starts.length === 1 ? null : { from: starts.at(-2) ?? null };
        expect(page.previous).toEqual(expected);
        next = page.next;
        if (next === null) break;
        starts.push(next);
      }
      expect(starts.length).toBe(3);
    });

    test('how much is discussed follows what moderators decide', async () => {
      const { comments, queue } = world.store();
      await writeConversation(comments);
      await queue.place([idOf(5), idOf(9)], 'spam', 1);
      await queue.place([idOf(12)], 'approved', 1);
      expect((await readPages(comments, 2, 'discussed')).map(numbers)).toEqual([[1, 6, 12, 7], [4, 3], [2]]);
      await queue.place([idOf(5), idOf(9)], 'approved', 1);
      await queue.place([idOf(1), idOf(12)], 'trash', 1);
      expect((await readPages(comments, 2, 'discussed')).map(numbers)).toEqual([
        [2, 5, 9, 7],
        [4, 3],
      ]);
    });

    test('a cursor that is no root any more starts at the next one', async () => {
      const { comments, queue } = world.store();
      await writeConversation(comments);
      await queue.place([idOf(3)], 'spam', 1);
      const page = await comments.approvedIn('tides', { sort: 'oldest', from: at(3), limit: 1, replies: 200 });
      expect(numbers(page.items)).toEqual([4]);
      expect(page.next).toEqual(at(7));
    });

    test('a page can be found by any of its roots', async () => {
      const { comments } = world.store();
      await writeConversation(comments);
      const starts = [1, 2, 3, 4, 7].map((root) => comments.pageStartOf('tides', idOf(root), 2));
      expect(await Promise.all(starts)).toEqual([null, null, idOf(3), idOf(3), idOf(7)]);
      expect(await comments.pageStartOf('tides', idOf(8), 2)).toBeNull();
      expect(await comments.pageStartOf('tides', idOf(11), 1)).toBeNull();
      expect(await comments.pageStartOf('moon', idOf(7), 2)).toBeNull();
    });

    test('counts what is approved, by thread', async () => {
      const { comments } = world.store();
      expect(await comments.countApproved()).toEqual(new Map());
      await writeConversation(comments);
      // Number 10 is an approved reply to a comment that is not.
      expect(await comments.countApproved()).toEqual(
        new Map([
          ['tides', 9],
          ['moon', 1],
        ]),
      );
      expect(await comments.countApprovedIn('tides')).toBe(9);
      expect(await comments.countApprovedIn('stars')).toBe(0);
    });
  });
}

/** Roots 1, 2, 3, 4 and 7; 5, 6 and 9 answer in the first two branches; 8 waits and 10 answers it; 11 is elsewhere. */
async function writeConversation(comments: CommentStore): Promise<void> {
  const approved = { status: 'approved' } as const;
  for (const number of [1, 2, 3, 4, 7]) await comments.add(aComment(number, approved), thread);
  await comments.add(aComment(5, { ...approved, parentId: idOf(2) }), thread);
  await comments.add(aComment(6, { ...approved, parentId: idOf(1) }), thread);
  await comments.add(aComment(9, { ...approved, parentId: idOf(5), rootId: idOf(2) }), thread);
  await comments.add(aComment(8), thread);
  await comments.add(aComment(10, { ...approved, parentId: idOf(8) }), thread);
  await comments.add(aComment(12, { parentId: idOf(1) }), thread);
  const moon = { key: 'moon', url: '/articles/moon', title: 'Moon' };
  await comments.add(aComment(11, { ...approved, threadKey: 'moon' }), moon);
}

async function readPages(
  comments: CommentStore,
  limit: number,
  sort: Sort = 'oldest',
): Promise<readonly (readonly Comment[])[]> {
  const pages: (readonly Comment[])[] = [];
  for (let from: PageStart | null = null; pages.length === 0 || from !== null; ) {
    const page: ConversationPage = await comments.approvedIn('tides', { sort, from, limit, replies: 200 });
    pages.push(page.items);
    from = page.next;
  }
  return pages;
}

const at = (number: number): PageStart => ({ id: idOf(number), comments: null });

function numbers(comments: readonly Comment[]): readonly number[] {
  return comments.map((comment) => Number(comment.id.slice(-12)));
}
