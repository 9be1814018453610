import { describe, expect, test } from '@jest/globals';
import type { Edit } from '../../../src/comments/editing.ts';
import { noFilter } from '../../../src/comments/queue.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const anEdit = (at: number, fields: Partial<Edit> = {}): Edit => ({
  commentId: idOf(1),
  batch: `batch-${at}`,
  moderatorId: 'mo',
  at,
  before: {
    body: `Before ${at}`,
    html: `<p>Before ${at}</p>`,
    markupVersion: 1,
    editedAt: null,
    editedByAuthor: false,
  },
  editedAfter: at,
  ...fields,
});

export function editsContract(world: World): void {
  describe('edits', () => {
    test('come back as they were written, by comment oldest first, and by batch', async () => {
      const { edits, transaction } = world.store();
      const all = [anEdit(7), anEdit(8, { editedAfter: null }), anEdit(8, { commentId: idOf(2) })];
      await transaction(async (stores) => {
        for (const edit of all.toReversed()) await stores.edits.add(edit);
      });
      expect(await edits.of(idOf(1))).toEqual(all.slice(0, 2));
      expect(await edits.ofBatch('batch-8')).toEqual(all.slice(1));
      expect(await edits.of(idOf(3))).toEqual([]);
    });

    test('a text is replaced and nothing else, and is found by its new words alone', async () => {
      const { comments, queue, edits } = world.store();
      const comment = aComment(1, { body: 'A tpyo' });
      await comments.add(comment, thread);
      const text = { body: 'A typo', html: '<p>A typo</p>', markupVersion: 2, editedAt: 5, editedByAuthor: true };
      await edits.replace(comment.id, text);
      expect(await comments.byId(comment.id)).toEqual({ ...comment, ...text });
      const find = async (words: string) =>
        (await queue.page('pending', { ...noFilter, text: words }, { order: 'newest', after: null, limit: 2 })).items;
      expect([(await find('typo')).length, (await find('tpyo')).length]).toEqual([1, 0]);
    });
  });

  test('of comments those are told whose authors have changed them since, and no others', async () => {
    const { comments, edits } = world.store();
    for (const number of [1, 2, 3]) await comments.add(aComment(number), thread);
    const text = { body: 'Other', html: '<p>Other</p>', markupVersion: 1, editedAt: 5 };
    await edits.replace(idOf(1), { ...text, editedByAuthor: true });
    await edits.replace(idOf(2), { ...text, editedByAuthor: false });
    const ids = [1, 2, 3].map(idOf);
    expect([...(await edits.changedByAuthors(ids, 4))]).toEqual([idOf(1)]);
    expect([...(await edits.changedByAuthors(ids, 5))]).toEqual([]);
    expect([...(await edits.changedByAuthors([], 0))]).toEqual([]);
  });

  test('a comment is filed anew, and is found in its new group alone', async () => {
    const { comments, queue, edits } = world.store();
    for (const number of [1, 2]) await comments.add(aComment(number, { cluster: idOf(1) }), thread);
    const filed = { fingerprint: 'f', cluster: idOf(9), spamScore: 0.5, rule: 'links', reason: '2 links' };
    await edits.refile(idOf(1), filed);
    expect(await comments.byId(idOf(1))).toEqual({ ...aComment(1), ...filed });
    expect([(await queue.item(idOf(1)))?.alike, (await queue.item(idOf(2)))?.alike]).toEqual([1, 1]);
  });

  test('a text that is taken out is no more compared with, and a comment speaks for nobody where it is left out', async () => {
    const { comments, transaction } = world.store();
    await comments.add(aComment(1, { status: 'approved', decidedAt: 5, authorKey: 'key' }), thread);
    await transaction(async ({ sketches, comments }) => {
      await sketches.add(idOf(1), ['part']);
      expect(await sketches.sharing(['part'])).toHaveLength(1);
      await sketches.remove(idOf(1));
      expect(await sketches.sharing(['part'])).toEqual([]);
      const ann = { id: 'visitor-of-ann', author: 'key' };
      expect((await comments.historyOf(ann)).approved).toBe(2);
      expect((await comments.historyOf(ann, idOf(1))).approved).toBe(0);
    });
  });

  describe('erasing', () => {
    test('leaves a place in the lane it is told, counted nowhere, or nothing', async () => {
      const { comments, queue, erasures } = world.store();
      await comments.add(aComment(1, { status: 'approved', cluster: idOf(9) }), thread);
      await comments.add(aComment(2, { parentId: idOf(1) }), thread);
      expect([await erasures.answersTo(idOf(1)), await erasures.answersTo(idOf(2))]).toEqual([1, 0]);
      await world.store().transaction(async (stores) => {
        await stores.erasures.empty(idOf(1), 'approved', 5);
        await stores.erasures.remove(idOf(2));
      });
      const { id, threadKey, parentId, rootId, createdAt } = aComment(1);
      expect(await comments.byId(idOf(1))).toEqual({
        ...{ id, threadKey, parentId, rootId, createdAt, status: 'approved', markupVersion: 1, erasedAt: 5 },
        ...{ author: { name: '', email: null, website: null }, body: '', html: '', reason: null, rule: null },
        ...{ submissionId: `erased-${id}`, visitor: 'erased', authorKey: null, address: null, network: null },
        ...{
          fingerprint: null,
          language: null,
          cluster: id,
          spamScore: null,
          thinkSeconds: null,
          moderatorId: null,
          decidedAt: null,
          editedAt: null,
          editedByAuthor: false,
        },
      });
      expect(await comments.byId(idOf(2))).toBeUndefined();
      expect(await queue.countByStatus()).toEqual({ pending: 0, approved: 0, spam: 0, trash: 0 });
      expect(await comments.countApprovedIn(thread.key)).toBe(0);
      expect(await queue.standingOf([idOf(1), idOf(2)])).toEqual([]);
      expect((await queue.item(idOf(1)))?.comment.erasedAt).toBe(5);
      expect(await queue.item(idOf(2))).toBeUndefined();
      expect(
        (await comments.approvedIn(thread.key, { sort: 'oldest', from: null, limit: 5, replies: 200 })).items,
      ).toHaveLength(1);
    });

    test('what is answered cannot go without a trace', async () => {
      const { comments, erasures } = world.store();
      await comments.add(aComment(1), thread);
      await comments.add(aComment(2, { parentId: idOf(1) }), thread);
      await expect(erasures.remove(idOf(1))).rejects.toThrow(/foreign/i);
    });

    test('many can be erased beside each other, and the files be cleared after it', async () => {
      const { comments, erasures, scrub } = world.store();
      for (const number of [1, 2, 3]) await comments.add(aComment(number), thread);
      for (const number of [1, 2, 3]) await erasures.empty(idOf(number), 'trash', 5);
      await scrub();
      await scrub();
    });
  });
}
