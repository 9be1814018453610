import { expect, test } from '@jest/globals';
import { decide } from '../support/deciding.ts';
import { describeWithMail, from, grace, linkTo, press, shownTo } from '../support/mail-world.ts';
import { keptReply } from '../support/receipts.ts';
import { credentials, idOf, writeReply } from '../support/world.ts';

const hour = 3_600_000;

await describeWithMail('mail to moderators', (world) => {
  test('tells at once, by one mail to one recipient, with what a mail program needs to know', async () => {
    await world().wants('each');
    const id = idOf(await writeReply(world().visitor(), { body: 'Calm **first** words.', author: 'Ann' }));
    await world().deliver();
    const [received, ...others] = world().server.received;
    expect(others).toEqual([]);
    expect([received?.from, received?.to]).toEqual([from, [credentials.email]]);
    const { mail } = received ?? {};
    expect(mail?.subject).toBe('Held: a reply to “An open letter”');
    expect(mail?.from).toEqual({ address: from, name: 'Leave a Reply' });
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(mail?.messageId).toMatch(/^<[\w-]+@news\.example>$/);
    for (const part of [mail?.text, mail?.html]) expect(part).toMatch(/First comment[\s\S]*Calm first words\./);
    await decide(world(), 'trash', id);
  });

  test('says nothing more of what was decided meanwhile', async () => {
    await world().wants('each');
    const id = idOf(await writeReply(world().visitor(), { body: 'Soon gone.' }));
    await decide(world(), 'spam', id);
    await world().deliver();
    expect(world().server.received).toEqual([]);
  });

  test.each([
    ['hourly', hour],
    ['daily', 24 * hour],
  ])('gathers what waits: %s', async (mail, length) => {
    await world().wants(mail);
    const ids: string[] = [];
    for (const body of ['One of two.', 'Two of two.']) ids.push(idOf(await writeReply(world().visitor(), { body })));
    const left = length - (world().clock.now % length);
    await world().deliver(left - hour / 2);
    expect(world().server.received).toEqual([]);
    await world().deliver(hour / 2);
    expect(world().server.received.map(({ mail }) => mail.subject)).toEqual(['2 replies wait for you']);
    expect(world().server.received[0]?.mail.text).toMatch(/Two of two\.[\s\S]*One of two\./);
    for (const id of ids) await decide(world(), 'trash', id);
    await world().deliver(length);
    expect(world().server.received).toHaveLength(1);
  });

  test('keeps silent for whoever wants none', async () => {
    await world().wants('never');
    await decide(world(), 'trash', idOf(await writeReply(world().visitor(), { body: 'Unheard.' })));
    await world().deliver(48 * hour);
    expect(world().server.received).toEqual([]);
  });

  test('has links that decide on the words that were seen: changed meanwhile, they are asked about anew', async () => {
    await world().wants('each');
    const { id, token } = await keptReply(world(), { body: 'Innocent words, by mail.' });
    await world().deliver();
    const link = linkTo(world().server.received, '/mail/decide');
    const reader = world().visitor();
    const asked = await reader.open(link);
    await world().visitor().post('/receipt/edit', { token, seen: '', body: 'Other words, by mail.' });
    const again = await reader.open((await reader.submit(asked, 'main form')).headers.location ?? '');
    expect(again.$('.panel').text()).toContain('Other words, by mail.');
    expect(await shownTo(world().visitor())).not.toContain(id);
    expect((await reader.submit(again, 'main form')).status).toBe(200);
    expect(await shownTo(world().visitor())).toContain(id);
    await decide(world(), 'trash', id, 'approved');
  });

  test('tells once more of what its author has changed after it was approved, where that holds it again', async () => {
    await world().wants('each');
    const { id, token } = await keptReply(world(), { body: 'Held when it came.' });
    await world().deliver();
    await decide(world(), 'approve', id);
    await world().deliver();
    const body = 'See https://a.example and https://b.example';
    await world().visitor().post('/receipt/edit', { token, seen: '', body });
    await world().deliver(grace);
    const held = world().server.received.filter(({ to }) => to.includes(credentials.email));
    expect(held.map(({ mail }) => /Held when it came|2 links/.exec(mail.text ?? '')?.[0])).toEqual([
      'Held when it came',
      '2 links',
    ]);
    await decide(world(), 'trash', id);
  });

  test('has links that decide once, from any browser, in the name of the moderator', async () => {
    await world().wants('each');
    const id = idOf(await writeReply(world().visitor(), { body: 'Approve me by mail.' }));
    await world().deliver();
    const { received } = world().server;
    const approve = linkTo(received, '/mail/decide');
    const links = [...(received[0]?.mail.text ?? '').matchAll(/\/mail\/decide\?token=[\w-]+/g)].map(([link]) => link);
    expect(new Set(links).size).toBe(2);
    const page = await world().visitor().open(approve);
    expect([page.$('h1').text(), page.$('.prose').text().trim()]).toEqual([
      'Approve this reply?',
      'Approve me by mail.',
    ]);
    expect(await shownTo(world().visitor())).not.toContain(id);
    const done = await press(world(), approve);
    expect([done.status, done.$('h1').text()]).toEqual([200, 'That is settled']);
    expect(await shownTo(world().visitor())).toContain(id);
    for (const link of links) expect((await world().visitor().open(link)).status).toBe(404);
    for (const link of links)
      expect(
        (
          await world()
            .visitor()
            .post('/mail/decide', { token: link.split('=')[1] ?? '' })
        ).status,
      ).toBe(404);
    expect(await shownTo(world().visitor())).toContain(id);
    const mo = await world().moderator();
    expect((await mo.open('/moderation/log')).$('.act').first().text()).toContain(credentials.email);
  });

  test('has links that end after three days', async () => {
    const id = idOf(await writeReply(world().visitor(), { body: 'Too late.' }));
    await world().deliver();
    const approve = linkTo(world().server.received, '/mail/decide');
    world().clock.now += 72 * hour;
    expect((await world().visitor().open(approve)).status).toBe(404);
    expect(
      (
        await world()
          .visitor()
          .post('/mail/decide', { token: approve.split('=')[1] ?? '' })
      ).status,
    ).toBe(404);
    await decide(world(), 'trash', id);
  });
});
