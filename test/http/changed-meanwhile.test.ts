import { expect, test } from '@jest/globals';
import { keptReply } from '../support/receipts.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

describeOnEveryEngine('a comment that its author changes while a moderator looks at it', (world) => {
  const isPublished = async (id: string) => (await world().visitor().open(article)).$(`#comment-${id}`).length === 1;

  test.each([
    ['by itself', (id: string) => ({ form: `#row-${id} form.row-actions`, fields: { action: 'approve' } })],
    ['with others', (id: string) => ({ form: 'form#bulk', fields: { ids: id, action: 'approve' } })],
    ['with all', () => ({ form: '.all form', fields: { action: 'approve' } })],
  ])('is not approved unseen, %s, but once more', async (how, chosen) => {
    const { id, token } = await keptReply(world(), { body: `Innocent words, ${how}` });
    const mo = await world().moderator();
    const queue = await mo.open('/moderation?order=honest');
    const { form, fields } = chosen(id);
    const body = `Other words, ${how}`;
    expect((await world().visitor().post('/receipt/edit', { token, seen: '', body })).status).toBe(303);
    const done = await mo.open((await mo.submit(queue, form, fields)).headers.location ?? '');
    expect(await isPublished(id)).toBe(false);
    expect(words(done.$('.contested').text())).toContain('was changed in its text');
    expect(done.$(`#row-${id}`).text()).toContain(body);
    await mo.submit(done, '.contested form', { action: 'approve' });
    expect(await isPublished(id)).toBe(true);
  });

  test('is not approved unseen on its own page either, and can be marked as spam from any', async () => {
    const { id, token } = await keptReply(world(), { body: 'Innocent words on a page' });
    const mo = await world().moderator();
    const desk = await mo.open(`/moderation/comments/${id}`);
    const queue = await mo.open('/moderation');
    await world().visitor().post('/receipt/edit', { token, seen: '', body: 'Other words on a page' });
    const left = await mo.submit(desk, 'form.desk-actions', { action: 'approve' });
    expect(words((await mo.open(left.headers.location ?? '')).$('.contested').text())).toContain('was changed in its');
    expect(await isPublished(id)).toBe(false);
    await mo.submit(await mo.open(`/moderation/comments/${id}`), 'form.desk-actions', { action: 'approve' });
    expect(await isPublished(id)).toBe(true);
    await mo.submit(await mo.open(`/moderation/comments/${id}`), 'form.desk-actions', { action: 'hold' });
    await mo.submit(queue, 'form#bulk', { ids: id, action: 'spam' });
    expect((await mo.open('/moderation?status=spam')).$(`#row-${id}`).length).toBe(1);
  });

  test('is not approved by a reply to what it said before, which loses nothing', async () => {
    const { id, token } = await keptReply(world(), { body: 'Innocent words to answer' });
    const mo = await world().moderator();
    const desk = await mo.open(`/moderation/comments/${id}`);
    await world().visitor().post('/receipt/edit', { token, seen: '', body: 'Other words to answer' });
    const form = 'form[action$="/reply"]';
    const again = await mo.submit(desk, form, { body: 'My answer' });
    expect([again.status, again.$('#reply-body').text().trim()]).toEqual([422, 'My answer']);
    expect([await isPublished(id), again.$('.desk-body').text().trim()]).toEqual([false, 'Other words to answer']);
    expect((await mo.submit(again, form)).status).toBe(303);
    expect(await isPublished(id)).toBe(true);
  });
});
