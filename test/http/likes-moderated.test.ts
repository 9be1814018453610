import { expect, test } from '@jest/globals';
import { press as freezeOrThaw } from '../support/closing.ts';
import { likeOn, likePath, likesOf, press, ticketOf } from '../support/likes.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('liking and the moderators', (world) => {
  test('a closed conversation can still be liked; a site that can only be read cannot', async () => {
    const id = await world().published('Said before it was closed');
    const [mo, ann] = [await world().moderator(), world().visitor()];
    await mo.submit(await mo.open(article), '.closing-form', { act: 'close' });
    expect((await ann.open(article)).$('#replies').text()).toContain('Replies are closed');
    const step = await ann.post(likePath(id), { act: 'like' });
    expect((await ann.submit(step, 'main form', { act: 'like' })).status).toBe(303);
    const page = await ann.open(article);
    expect(likesOf(page, id)).toEqual({ pressed: 'true', words: '1 like' });
    await freezeOrThaw(mo, 'form[action$="/freeze"]', { act: 'freeze' });
    const refused = await press(ann, page, id);
    expect([refused.status, refused.html]).toEqual([403, expect.stringContaining('can only be read')]);
    const frozen = await ann.open(article);
    expect(likesOf(frozen, id)).toEqual({ pressed: null, words: '1 like' });
    expect(frozen.$('#liking, script[src$="likes.js"]').length).toBe(0);
    await freezeOrThaw(mo, 'form[action$="/freeze"]', { act: 'thaw' });
    await mo.submit(await mo.open(article), '.closing-form', { act: 'open' });
  });

  test('a decision and its undoing leave likes as they are; erasing takes them', async () => {
    const id = await world().published('Liked, then doubted');
    const ann = world().visitor();
    await likeOn(ann, id);
    const ticket = ticketOf(await ann.open(article));
    const mo = await world().moderator();
    const done = await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', {
      ids: id,
      action: 'trash',
    });
    expect((await ann.post(likePath(id), { act: 'take-back', ticket })).status).toBe(404);
    const told = await mo.open(done.headers.location ?? '');
    await mo.submit(told, '.notice form');
    expect(likesOf(await ann.open(article), id)).toEqual({ pressed: 'true', words: '1 like' });
    const asked = await mo.open(`/moderation/erase?ids=${id}`);
    await mo.submit(asked, 'form[action="/moderation/erase"]', { sure: 'yes' });
    const page = await ann.open(article);
    expect(page.$(`#comment-${id}`).text()).toContain('erased');
    expect(likesOf(page, id)).toEqual({ pressed: null, words: '' });
    expect((await ann.post(likePath(id), { act: 'like', ticket })).status).toBe(404);
  });

  test('a moderator’s own reply has no button for that moderator, in whichever visit', async () => {
    const id = await world().published('To be answered');
    const mo = await world().moderator();
    await mo.submit(await mo.open(`/moderation/comments/${id}`), 'form[action$="/reply"]', { body: 'Answered.' });
    const again = await world().moderator();
    const page = await again.open(article);
    const reply = String(page.$('.comment:has(.badge)').attr('id')).slice('comment-'.length);
    expect(likesOf(page, reply).pressed).toBeNull();
    expect(likesOf(page, id).pressed).toBe('false');
    expect((await again.post(likePath(reply), { act: 'like', ticket: ticketOf(page) })).status).toBe(422);
    expect((await likeOn(world().visitor(), reply)).status).toBe(303);
  });
});
