import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine('moderating', (world) => {
  test('a held comment waits in the queue with its article, author, text and reason, and is public once approved', async () => {
    const posted = await writeReply(world().visitor(), {
      body: 'I *agree* with this.',
      author: 'Ann',
      email: 'ann@example.org',
      website: 'https://ann.example/',
    });
    const mo = await world().moderator();
    const queue = await mo.open('/moderation');
    const row = queue.$(`input[name=ids][value="${idOf(posted)}"]`).closest('article, li');
    for (const text of ['An open letter', 'Ann', 'ann@example.org', 'First comment of this author'])
      expect(row.text()).toContain(text);
    expect(row.find('em').text()).toBe('agree');
    const done = await mo.submit(queue, 'form#bulk', { ids: idOf(posted), action: 'approve' });
    expect(done.status).toBe(303);
    expect((await mo.open(done.headers.location ?? '')).html).toContain('1 comment approved.');
    const public_ = (await world().visitor().open(article)).$(`#comment-${idOf(posted)}`);
    expect(public_.text()).toContain('agree');
    expect(public_.find('a[href="https://ann.example/"]').attr('rel')).toBe('nofollow ugc noopener');
    expect(public_.html()).not.toContain('ann@example.org');
  });

  test('the queue is newest first, and a row’s own buttons decide on that row alone', async () => {
    const older = idOf(await writeReply(world().visitor(), { body: 'The older one' }));
    const newer = idOf(await writeReply(world().visitor(), { body: 'The newer one' }));
    const mo = await world().moderator();
    const queue = await mo.open('/moderation');
    const order = queue
      .$('input[name=ids][type=checkbox]')
      .toArray()
      .map((box) => queue.$(box).attr('value'));
    expect(order.indexOf(newer)).toBeLessThan(order.indexOf(older));
    const form = `form:has(input[type=hidden][name=ids][value="${older}"])`;
    await mo.submit(queue, form, { action: 'trash' });
    const trash = await mo.open('/moderation?status=trash');
    expect(trash.html).toContain('The older one');
    expect(trash.html).not.toContain('The newer one');
  });

  test.each([
    ['approve', 'approved'],
    ['spam', 'spam'],
    ['trash', 'trash'],
  ] as const)('%s moves many at once, and each can be brought back', async (action, lane) => {
    const ids: string[] = [];
    for (const body of ['first of many', 'second of many'])
      ids.push(idOf(await writeReply(world().visitor(), { body: `${action}: ${body}` })));
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids, action });
    const there = await mo.open(`/moderation?status=${lane}`);
    for (const id of ids) expect(there.$(`input[name=ids][value="${id}"]`).length).toBeGreaterThan(0);
    const seen = await world().visitor().open(article);
    expect(ids.every((id) => seen.$(`#comment-${id}`).length === (action === 'approve' ? 1 : 0))).toBe(true);
    await mo.submit(there, 'form#bulk', { ids, action: 'hold' });
    const pending = await mo.open('/moderation');
    for (const id of ids) expect(pending.$(`input[name=ids][value="${id}"]`).length).toBeGreaterThan(0);
  });

  test('an act without a comment, or one that does not exist, is refused in words', async () => {
    const mo = await world().moderator();
    const queue = await mo.open('/moderation');
    const nothing = await mo.submit(queue, 'form#bulk', { action: 'approve' });
    expect([nothing.status, nothing.$('main').text()]).toEqual([422, expect.stringContaining('at least one comment')]);
    const odd = await mo.submit(queue, 'form#bulk', { action: 'erase', ids: '01890000-0000-7000-8000-000000000000' });
    expect(odd.status).toBe(422);
    const unknown = await mo.submit(queue, 'form#bulk', {
      action: 'approve',
      ids: '01890000-0000-7000-8000-000000000000',
    });
    expect((await mo.open(unknown.headers.location ?? '')).html).toContain('Nothing to do');
    expect((await mo.open('/moderation?status=nowhere')).status).toBe(404);
  });

  test('nobody but a moderator gets in, or does anything', async () => {
    const id = idOf(await writeReply(world().visitor(), { body: 'Nobody may touch this' }));
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    await stranger.open(article);
    for (const path of ['/moderation', '/moderation?status=approved']) {
      const answer = await stranger.open(path);
      expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
    }
    const act = await stranger.post('/moderation', { action: 'approve', ids: id });
    expect(act.status).toBe(403);
    expect((await stranger.open(article)).html).not.toContain('Nobody may touch this');
  });

  test('after signing out the same cookie opens nothing', async () => {
    const mo = await world().moderator();
    const queue = await mo.open('/moderation');
    expect((await mo.submit(queue, 'form[action="/sign-out"]')).status).toBe(303);
    expect((await mo.open('/moderation')).status).toBe(303);
  });

  test('an author whose comment was approved is known from then on, by the session and by nothing typed', async () => {
    const ann = world().visitor();
    const first = await writeReply(ann, { body: 'My first comment', email: 'known@example.org' });
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: idOf(first), action: 'approve' });
    await writeReply(ann, { body: 'My second comment' });
    await writeReply(world().visitor(), { body: 'An impostor', email: 'known@example.org' });
    const seen = await world().visitor().open(article);
    expect(seen.html).toContain('My second comment');
    expect(seen.html).not.toContain('An impostor');
  });

  test('the list counts approved replies only', async () => {
    const count = async () => Number(/(\d+) repl/.exec((await world().visitor().open('/')).$('main').text())?.[1] ?? 0);
    const before = await count();
    await writeReply(world().visitor(), { body: 'Counted not yet' });
    expect(await count()).toBe(before);
    await world().published('Counted at once');
    expect(await count()).toBe(before + 1);
  });
});
