import { expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { closingUrl, press } from '../support/closing.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';
import { words } from '../views/render.ts';

const inList = 'form:has([value=open-letter])';
const wholeSite = `form[action="${closingUrl}/freeze"]`;

describeOnEveryEngine('one comment before a moderator', (world) => {
  const waiting = async (fields = {}): Promise<string> => idOf(await writeReply(world().visitor(), fields));
  const at = (id: string): string => `/moderation/comments/${id}`;
  const replyTo = async (mo: Browser, id: string, body: string) =>
    mo.submit(await mo.open(at(id)), 'form[action$="/reply"]', { body });
  const seen = async (id: string) => (await world().visitor().open(article)).$(`#comment-${id}`);

  test('the page shows the comment as readers will see it, and what is known of it', async () => {
    const parent = await world().published('The *first* word');
    const id = await waiting({ body: 'A **second**', parentId: parent, author: 'Ann', email: 'ann@example.org' });
    const page = await (await world().moderator()).open(at(id));
    expect(page.$('h1').text()).toBe('Comment by Ann');
    expect(page.$('.desk-body strong').text()).toBe('second');
    expect(page.$('.parent blockquote em').text()).toBe('first');
    const shown = words(page.$('main').text());
    for (const text of ['An open letter', 'ann@example.org', 'First comment of this author', '0 published, 1 waiting'])
      expect(shown).toContain(text);
  });

  test('its four acts are those of the queue', async () => {
    const id = await waiting();
    const mo = await world().moderator();
    const page = await mo.open(at(id));
    const done = await mo.submit(page, 'form.desk-actions', { action: 'spam' });
    expect((await mo.open(done.headers.location ?? '')).html).toContain('1 comment marked as spam.');
    expect(words((await mo.open(at(id))).$('.acts').text())).toMatch(/waits for a moderator → in spam by mo@example/);
  });

  test('a reply is published with the badge, approves what it answers, and both are undone together', async () => {
    const id = await waiting({ body: 'May I ask?' });
    const mo = await world().moderator();
    const done = await replyTo(mo, id, 'You *may*.');
    expect(done.status).toBe(303);
    const told = await mo.open(done.headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('The comment is approved and your reply published.');
    const visible = (await world().visitor().open(article)).$(`#comment-${id} + article`);
    expect(words(visible.find('h3').text())).toBe('mo Moderator');
    expect(visible.find('h3 .badge').text()).toBe('Moderator');
    expect([visible.find('.comment-body em').text(), visible.html()?.includes('mo@example')]).toEqual(['may', false]);
    const back = await mo.submit(told, '.notice form');
    expect(back.headers.location).toContain(at(id));
    expect((await mo.open(back.headers.location ?? '')).html).toContain('2 comments put back where they were.');
    expect((await seen(id)).length).toBe(0);
    expect((await mo.open('/moderation')).$(`#row-${id}`).length).toBe(1);
    expect((await mo.open('/moderation?status=trash')).html).toContain('You <em>may</em>.');
  });

  test('a reply to what is published leaves that as it is', async () => {
    const id = await world().published('Published before');
    const mo = await world().moderator();
    const told = await mo.open((await replyTo(mo, id, 'And answered')).headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('Your reply is published.');
    await mo.submit(told, '.notice form');
    expect((await seen(id)).length).toBe(1);
  });

  test('a double click is one reply', async () => {
    const id = await waiting();
    const mo = await world().moderator();
    const page = await mo.open(at(id));
    const send = () => mo.submit(page, 'form[action$="/reply"]', { body: 'Only once' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const html = (await world().visitor().open(article)).html;
    expect(html.split('<p>Only once')).toHaveLength(2);
    expect((await mo.open((await send()).headers.location ?? '')).html).toContain('Your reply is published already.');
  });

  test('a text that cannot be taken comes back as it was typed, with what to mend', async () => {
    const id = await waiting();
    const mo = await world().moderator();
    for (const [form, field] of [
      ['reply', '#reply-body'],
      ['edit', '#edit-body'],
    ] as const) {
      const long = `\nx${'y'.repeat(10_000)}`;
      const page = await mo.open(at(id));
      const again = await mo.submit(page, `form[action$="/${form}"]`, { body: long });
      expect([again.status, again.$(field).attr('aria-invalid')]).toEqual([422, 'true']);
      expect(again.$(field).text().trimStart()).toBe(long.trimStart());
      expect(again.$(`[role=alert] a[href="${field}"]`).text()).toContain('10,000');
      expect(again.$('title').text()).toMatch(/^Error: /);
      expect((await mo.submit(await mo.open(at(id)), `form[action$="/${form}"]`, { body: ' ' })).status).toBe(422);
    }
    expect((await seen(id)).length).toBe(0);
  });

  test('a reply to what stands in the trash by now is refused in words, and its text kept', async () => {
    const id = await waiting();
    const mo = await world().moderator();
    const page = await mo.open(at(id));
    await mo.submit(page, 'form.desk-actions', { action: 'trash' });
    const refused = await mo.submit(page, 'form[action$="/reply"]', { body: 'Too late for this' });
    expect([refused.status, refused.$('[role=alert]').text()]).toEqual([
      422,
      expect.stringContaining('Approve it first'),
    ]);
    expect(refused.html).toContain('Too late for this');
  });

  test('a moderator may reply where visitors may not, but not on a site that can only be read', async () => {
    const id = await world().published('The last word of visitors');
    const mo = await world().moderator();
    await press(mo, inList, { act: 'close' });
    expect((await replyTo(mo, id, 'In a closed thread')).status).toBe(303);
    await press(mo, inList, { act: 'open' });
    await press(mo, wholeSite, { act: 'freeze' });
    const refused = await replyTo(mo, id, 'On a frozen site');
    expect([refused.status, refused.$('#reply-body').text().trim()]).toEqual([422, 'On a frozen site']);
    expect(refused.$('[role=alert]').text()).toContain('can only be read');
    await press(mo, wholeSite, { act: 'thaw' });
    expect((await mo.submit(refused, 'form[action$="/reply"]')).status).toBe(303);
  });

  test('markup of a moderator is made safe like everybody’s', async () => {
    const id = await waiting();
    const mo = await world().moderator();
    await replyTo(mo, id, '<img src=x onerror=alert(1)><script>alert(2)</script> [x](javascript:alert(3)) fine');
    const reply = (await world().visitor().open(article)).$(`#comment-${id} + article .comment-body`);
    expect([reply.find('img, script, a').length, reply.text()]).toEqual([0, expect.stringContaining('fine')]);
  });

  test('is for moderators, with their token, and for comments that are there', async () => {
    const id = await waiting();
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.open(at(id))).status).toBe(303);
    for (const act of ['reply', 'edit'])
      expect((await stranger.post(`${at(id)}/${act}`, { body: 'Not me' })).status).toBe(403);
    const mo = await world().moderator();
    expect((await mo.post(`${at(id)}/reply`, { body: 'Without a token' })).status).toBe(403);
    const csrf = String((await mo.open(at(id))).$('[name=csrf]').attr('value'));
    for (const odd of ['01890000-0000-7000-8000-000000000000', 'all', `${id}'`]) {
      expect((await mo.open(at(odd))).status).toBe(404);
    }
    const kept = await mo.post(`${at('01890000-0000-7000-8000-000000000000')}/reply`, { csrf, body: 'Kept words' });
    expect([kept.status, kept.$('textarea').text().trim()]).toEqual([404, 'Kept words']);
    const theirs = await mo.post(`${at(id)}/edit`, { csrf, body: 'Without what was seen' });
    expect([theirs.status, theirs.$('#edit-body').text().trim()]).toEqual([422, 'Without what was seen']);
  });
});
