import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { createDesk } from '../../src/comments/desk.ts';
import { createErasing } from '../../src/comments/erasing.ts';
import { createModeration } from '../../src/comments/moderation.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

const mo = { id: 'mo', name: 'Mo Lund' };

describe.each(engines.map((engine) => [engine.name, engine] as const))('the desk (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let time = 0;
  beforeEach(async () => {
    opened = await engine.open();
    for (const number of [1, 2]) await opened.store.comments.add(aComment(number), thread);
  });
  afterEach(() => opened.close());

  const parts = () => ({ ...opened.store, perPage: 9, newId, now: () => (time += 1), scrub: async () => {} });

  test('a reply is the moderator’s, and its undo, and the undo of that, put both rows back as they were', async () => {
    const [desk, moderation] = [createDesk(parts()), createModeration(parts())];
    const rows = async (id: string) => [
      await opened.store.comments.byId(idOf(1)),
      { ...(await opened.store.comments.byId(id)), status: null },
      ...(await opened.store.queue.standingOf([idOf(1), id])),
    ];
    const before = await opened.store.queue.standingOf([idOf(1)]);
    const { batch, comment, approved } = await desk.reply(idOf(1), 'You *may*', 'form-1', mo);
    expect(approved).toBe(true);
    expect(comment).toMatchObject({
      ...{
        author: { name: 'Mo Lund', email: null, website: null },
        html: '<p>You <em>may</em></p>\n',
        moderatorId: 'mo',
      },
      ...{
        parentId: idOf(1),
        rootId: idOf(1),
        status: 'approved',
        rule: null,
        reason: null,
        network: null,
        address: null,
      },
    });
    const after = await rows(comment.id);
    const undone = await moderation.undo(batch ?? '', 'mo');
    expect(undone).toMatchObject({ moved: 2, left: 0 });
    expect(await opened.store.queue.standingOf([idOf(1)])).toEqual(before);
    expect((await opened.store.comments.byId(comment.id))?.status).toBe('trash');
    await moderation.undo(undone.batch ?? '', 'mo');
    expect(await rows(comment.id)).toEqual(after);
    expect(
      (await moderation.log(null, { moderatorId: null, commentId: comment.id })).items.map(({ act }) => act),
    ).toEqual([null, null, 'reply']);
    expect(await moderation.verify()).toMatchObject({ broken: null });
  });

  test('an id of a form is good for one reply of one moderator to one comment', async () => {
    const desk = createDesk(parts());
    const first = await desk.reply(idOf(1), 'Once', 'form-1', mo);
    expect(await desk.reply(idOf(1), 'Once', 'form-1', mo)).toMatchObject({
      batch: null,
      comment: { id: first.comment.id },
    });
    await expect(desk.reply(idOf(2), 'Twice', 'form-1', mo)).rejects.toMatchObject({ code: 'invalid' });
    const another = { id: 'ann', name: 'Ann' };
    await expect(desk.reply(idOf(1), 'Theirs', 'form-1', another)).rejects.toMatchObject({ code: 'invalid' });
    await expect(desk.reply(idOf(1), 'A visitor’s', 'submission-2', mo)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('what an edit leaves out stays: name, time, lane, and what others like it are found by', async () => {
    const desk = createDesk(parts());
    const before = aComment(1, {
      fingerprint: 'words',
      cluster: idOf(2),
      status: 'spam',
      reason: 'Two links.',
      rule: 'links',
    });
    await opened.store.transaction(({ erasures, comments }) =>
      erasures.remove(idOf(1)).then(() => comments.add(before, thread)),
    );
    await desk.edit(idOf(1), 'Other words', null, 'mo');
    const { body: _body, html: _html, editedAt: _at, ...rest } = before;
    expect(await opened.store.comments.byId(idOf(1))).toMatchObject({
      ...rest,
      body: 'Other words',
      html: '<p>Other words</p>\n',
    });
    const lying = await desk.look(idOf(1));
    expect(lying?.edits.map(({ before, editedAfter }) => [before.body, before.editedAt, editedAfter])).toEqual([
      ['Comment 1', null, lying?.comment.editedAt],
    ]);
  });

  test('an edit that somebody changed since is not undone; one of an erased comment neither', async () => {
    const [desk, moderation, erasing] = [createDesk(parts()), createModeration(parts()), createErasing(parts())];
    const first = await desk.edit(idOf(1), 'First', null, 'mo');
    const seen = (await opened.store.comments.byId(idOf(1)))?.editedAt ?? null;
    const second = await desk.edit(idOf(1), 'Second', seen, 'ann');
    expect(await moderation.undo(first.batch ?? '', 'mo')).toMatchObject({ batch: null, moved: 0, left: 1 });
    expect((await opened.store.comments.byId(idOf(1)))?.body).toBe('Second');
    await erasing.erase([idOf(1)], 'mo');
    expect(await moderation.undo(second.batch ?? '', 'mo')).toMatchObject({ batch: null, moved: 0 });
    for (const act of [() => desk.edit(idOf(1), 'Late', null, 'mo'), () => desk.reply(idOf(1), 'Late', 'form-9', mo)])
      await expect(act()).rejects.toMatchObject({ code: 'not-found' });
    expect(await desk.look(idOf(1))).toBeUndefined();
  });
});
