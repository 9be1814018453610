import { expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';
import { words } from '../views/render.ts';

describeOnEveryEngine('correcting a text', (world) => {
  const waiting = async (fields = {}): Promise<string> => idOf(await writeReply(world().visitor(), fields));
  const at = (id: string): string => `/moderation/comments/${id}`;
  const editOf = async (mo: Browser, id: string, body: string) =>
    mo.submit(await mo.open(at(id)), 'form[action$="/edit"]', { body });
  const seen = async (id: string) => (await world().visitor().open(article)).$(`#comment-${id}`);

  test('an edit is told to readers, keeps the original for moderators, and is undone to the letter', async () => {
    const id = await world().published('A tpyo, *here*');
    const mo = await world().moderator();
    const before = (await seen(id)).html();
    const told = await mo.open((await editOf(mo, id, 'A typo, *there*')).headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toContain('Readers see that a moderator edited it.');
    expect(told.$('blockquote em').text()).toBe('here');
    const edited = await seen(id);
    expect(edited.find('.comment-body em').text()).toBe('there');
    expect(words(edited.find('.comment-meta').text())).toMatch(/Edited by a moderator, just now$/);
    expect((await world().visitor().open(article)).html).not.toContain('tpyo');
    await mo.submit(told, '.notice form');
    expect((await seen(id)).html()).toBe(before);
    expect((await mo.open(at(id))).$('.desk-body em').text()).toBe('here');
  });

  test('of two edits from the same text the later is asked again, its words kept', async () => {
    const id = await waiting({ body: 'One text' });
    const mo = await world().moderator();
    const page = await mo.open(at(id));
    await editOf(mo, id, 'The first edit');
    const again = await mo.submit(page, 'form[action$="/edit"]', { body: 'The second edit' });
    expect([again.status, again.$('#edit-body').text().trim()]).toEqual([422, 'The second edit']);
    expect(again.$('[role=alert]').text()).toContain('Somebody changed this text');
    expect(again.$('.desk-body').text().trim()).toBe('The first edit');
    expect((await mo.submit(again, 'form[action$="/edit"]')).status).toBe(303);
    expect((await mo.open(at(id))).$('.desk-body').text().trim()).toBe('The second edit');
    const unchanged = await editOf(mo, id, 'The second edit');
    expect((await mo.open(unchanged.headers.location ?? '')).html).toContain('Nothing to change');
  });
});
