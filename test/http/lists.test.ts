import { expect, test } from '@jest/globals';
import type { Shown } from '../support/browser.ts';
import { entryForm as form, list, words } from '../support/listing.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

const dayMs = 24 * 3_600_000;

type Typed = Readonly<Record<string, string>>;

const post = (world: World, body: string, fields: Typed = {}, headers: Typed = {}): Promise<Shown> =>
  writeReply(world.visitor(headers), { body, ...fields });

describeOnEveryEngine('the lists', (world) => {
  test('show what an entry would have hit before it is saved: "dress" never holds "Andressa" unseen', async () => {
    const mo = await world().moderator();
    await world().published('Andressa wrote this');
    await world().published('What a lovely Dress');
    await post(world(), 'Buy a dress here', { author: 'Shop' });
    const page = await mo.open('/moderation/lists');
    expect(page.$('button[value=save]').length).toBe(0);
    const checked = await mo.submit(page, form, { kind: 'word', value: 'dress', do: 'check' });
    expect(words(checked, '.entry-check strong:first')).toBe(
      'Would have hit 2 of the 3 comments of the last 30 days: 1 pending, 1 approved.',
    );
    expect(words(checked, '.entry-check p:nth-child(2)')).toContain('one that readers see today');
    expect(
      checked
        .$('.examples mark')
        .toArray()
        .map((mark) => checked.$(mark).text()),
    ).toEqual(['dress', 'Dress']);
    expect(words(checked, '.examples')).not.toContain('Andressa');
    expect(words(await mo.open('/moderation/lists'), '.empty')).toContain('Nothing is listed');

    const saved = await mo.submit(checked, form, { do: 'save', effect: 'block', lasts: 'week' });
    const told = await mo.open(saved.headers.location ?? '');
    expect(words(told, '.notice [role=status]')).toBe('“dress” is on your lists: what meets it is filed as spam.');
    expect(words(told, '.act')).toMatch(
      /dress is filed as spam, until \d+ January 2022 Word or words, by mo@example.org, just now/,
    );

    const spam = await post(world(), 'Another DRESS');
    const andressa = await post(world(), 'Andressa again');
    expect(words(await mo.open('/moderation?status=spam'), `#row-${idOf(spam)}`)).toContain('On your list: dress');
    expect(words(await mo.open('/moderation'), `#row-${idOf(andressa)}`)).toContain('First comment');
  });

  test('what is listed is held from then on, known authors too; its author sees it waiting, blocked or held', async () => {
    const mo = await world().moderator();
    await list(mo, { kind: 'domain', value: 'https://held.example/', effect: 'hold' });
    await list(mo, { kind: 'email', value: '@blocked.example', effect: 'block' });
    const ann = world().visitor();
    const id = idOf(await writeReply(ann, { body: 'An honest beginning' }));
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: id, action: 'approve' });
    const held = await writeReply(ann, { body: 'See https://shop.held.example/x' });
    expect(words(await mo.open('/moderation'), `#row-${idOf(held)}`)).toContain('On your list: held.example');
    const blocked = await writeReply(ann, { body: 'Write to me', email: 'ann@mail.blocked.example' });
    expect(words(await mo.open('/moderation?status=spam'), `#row-${idOf(blocked)}`)).toContain('@blocked.example');

    const own = await ann.open(article);
    for (const waiting of [held, blocked])
      expect(words(own, `#comment-${idOf(waiting)}`)).toContain('Waiting for a moderator. Only you can see it.');
    expect((await world().visitor().open(article)).html).not.toContain('Write to me');
    const again = await writeReply(ann, { body: 'Write to me', email: 'ann@mail.blocked.example' });
    expect(idOf(again)).toBe(idOf(blocked));
    const still = await writeReply(ann, { body: 'Known as before' });
    expect(words(await ann.open(article), `#comment-${idOf(still)}`)).not.toContain('Waiting');
    await mo.submit(await mo.open('/moderation?status=spam'), 'form#bulk', { ids: idOf(blocked), action: 'approve' });
    expect((await world().visitor().open(article)).html).toContain('Write to me');
  });

  test('an address or a network is known by its hash alone', async () => {
    const mo = await world().moderator();
    const address = await post(world(), 'From one address', {}, { 'x-forwarded-for': '198.51.100.7' });
    expect(address.status).toBe(303);
    const page = await mo.open('/moderation/lists');
    const checked = await mo.submit(page, form, { kind: 'network', value: '198.51.100.0/24', do: 'check' });
    expect(words(checked, '.entry-check strong:first')).toMatch(
      /hit 1 of the \d+ comments .* whose origin is still known/,
    );
    await mo.submit(checked, form, { do: 'save', effect: 'block' });
    await list(mo, { kind: 'network', value: '2001:db8:5:600::1', effect: 'block' });
    const listed = await mo.open('/moderation/lists?show=network');
    expect(words(listed, '.acts')).toMatch(/network [\w-]{8} is filed as spam.*network [\w-]{8} is filed as spam/);
    expect(listed.html).not.toMatch(/198\.51\.100\.0<|2001:db8:5/);
    const stored = await Promise.all(
      [
        ['198.51.100.99', 'spam'],
        ['198.51.101.1', 'pending'],
        ['2001:db8:5:6ff::9', 'spam'],
        ['2001:db8:5:700::1', 'pending'],
      ].map(async ([from = '', lane]) => [
        lane,
        idOf(await post(world(), `From ${from}`, {}, { 'x-forwarded-for': from })),
      ]),
    );
    for (const [lane, id] of stored)
      expect((await mo.open(`/moderation?status=${lane}`)).$(`#row-${id}`).length).toBe(1);
    expect(world().logged.join('\n')).not.toContain('198.51.100.7');
  });

  test('an entry ends when it was told to, and can be taken off and put back', async () => {
    const mo = await world().moderator();
    await list(mo, { kind: 'word', value: 'raffle', effect: 'block', lasts: 'day' });
    const lane = async (body: string): Promise<string> => {
      const id = idOf(await post(world(), body));
      return (await mo.open('/moderation?status=spam')).$(`#row-${id}`).length === 1 ? 'spam' : 'other';
    };
    expect(await lane('A raffle, one')).toBe('spam');
    const off = await mo.submit(await mo.open('/moderation/lists?done=none'), 'form:has(.acts)', {
      entry: entryId(await mo.open('/moderation/lists'), 'raffle'),
    });
    const told = await mo.open(off.headers.location ?? '');
    expect(words(told, '.notice [role=status]')).toBe('“raffle” was taken off.');
    expect(await lane('A raffle, two')).toBe('other');
    const on = await mo.submit(told, '.notice form');
    expect(words(await mo.open(on.headers.location ?? ''), '.notice [role=status]')).toContain('“raffle” is back');
    expect(await lane('A raffle, three')).toBe('spam');
    world().clock.now += dayMs;
    expect(await lane('A raffle, four')).toBe('other');
    expect(words(await mo.open('/moderation/lists'), '.act.expired')).toContain('raffle');
    await list(mo, { kind: 'word', value: 'RAFFLE', effect: 'block' });
    expect(await lane('A raffle, five')).toBe('spam');
  });
});

const entryId = (page: Shown, label: string): string =>
  String(page.$(`.act:contains("${label}") button`).attr('value'));
