import { expect, test } from '@jest/globals';
import request from 'supertest';
import { decide } from '../support/deciding.ts';
import { linksIn } from '../support/mail-server.ts';
import { describeWithMail, grace, linkTo, type MailWorld, press, shownTo, site } from '../support/mail-world.ts';
import { keptReply } from '../support/receipts.ts';
import { idOf, writeReply } from '../support/world.ts';

await describeWithMail('the private link by mail', (world) => {
  const mailsTo = (email: string) => world().server.received.filter(({ to }) => to.includes(email));
  const linksTo = (email: string) =>
    mailsTo(email)
      .flatMap(linksIn)
      .filter((url) => url.includes('/receipt?'));

  test('comes once the address is confirmed, opens everything under it, and holds nobody’s words', async () => {
    const writer = world().visitor();
    const id = await world().asking('gil@example.org', { body: 'See https://bad.example now' }, writer);
    await world().deliver();
    expect(linksTo('gil@example.org')).toEqual([]);
    await press(world(), linkTo(world().server.received, '/mail/confirm'));
    await world().deliver();
    const [link = ''] = linksTo('gil@example.org');
    const mail = mailsTo('gil@example.org').at(-1)?.mail;
    expect(mail?.subject).toBe('Your comment on “An open letter”: the private link');
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/bad\.example/);
    const page = await world().visitor().open(link.slice(site.length));
    expect(page.$('button[value=address]').length).toBe(2);
    const second = idOf(await writeReply(writer, { body: 'Once more', author: 'Ann', email: 'GIL@example.org' }));
    await world().deliver();
    expect(linksTo('gil@example.org')).toHaveLength(2);
    const taken = await world().visitor().submit(page, 'form.receipt-export', { scope: 'address' });
    expect(JSON.parse(taken.html).comments.map((each: { id: string }) => each.id)).toEqual([id, second]);
    const asked = await world().visitor().submit(page, 'form.receipt-erasure', { scope: 'address' });
    expect(asked.headers.location).toMatch(/done=asked$/);
    const mo = await world().moderator();
    const list = await mo.open('/moderation/erasures');
    expect(list.$('.act strong').text()).toBe('Everything under gil@example.org: 2 comments');
    const question = await mo.open(list.$('.act a.danger').attr('href') ?? '');
    expect(question.$('.losses li').length).toBe(2);
    await mo.submit(question, 'form[action="/moderation/erase"]', { sure: 'yes', ids: [id, second] });
    expect((await mo.open('/moderation/erasures')).$('.act').length).toBe(0);
    expect((await world().visitor().open(link.slice(site.length))).status).toBe(404);
  });

  test('is not sent to an address that is only typed, unless asked for, a few times, by the link itself', async () => {
    const { token, link } = await keptReply(world(), { body: 'Not confirmed', email: 'hal@example.org' });
    await world().deliver(grace);
    expect(mailsTo('hal@example.org')).toEqual([]);
    const device = world().visitor();
    const page = await device.open(link);
    expect(page.$('.receipt-send button').text()).toBe('Send a link to h…@e…');
    expect(page.html).not.toContain('hal@example.org');
    const answers = [];
    for (let times = 0; times < 5; times += 1) answers.push(await device.post('/receipt/send', { token }));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
    await world().deliver();
    const links = linksTo('hal@example.org');
    expect([links.length, new Set(links).size]).toEqual([3, 3]);
    for (const each of links) {
      const proven = await device.open(each.slice(site.length));
      expect(proven.$('button[value=address]').length).toBe(2);
      expect(proven.$('.receipt-send').length).toBe(0);
    }
    const without = await keptReply(world(), { body: 'No address' });
    expect((await device.post('/receipt/send', { token: without.token })).status).toBe(404);
    expect((await device.open(without.link)).$('.receipt-send').length).toBe(0);
  });

  test('a mail program that opens every link of it changes nothing', async () => {
    const { id, token } = await keptReply(world(), { body: 'Opened by a program', email: 'ida@example.org' });
    await decide(world(), 'approve', id);
    await world().visitor().post('/receipt/send', { token });
    await world().deliver(grace);
    const before = await bodyOf(world(), id);
    for (const url of [...linksTo('ida@example.org'), ...linksTo('ida@example.org')])
      for (const method of ['get', 'head', 'options'] as const)
        expect((await request(world().app)[method](url.slice(site.length))).status).toBeLessThan(400);
    expect(await bodyOf(world(), id)).toBe(before);
    expect(world().logged.join('\n')).not.toContain(linksTo('ida@example.org')[0]?.split('token=')[1]);
  });

  test('deleting takes the news back that wait to be told', async () => {
    const parent = await world().followed('kim@example.org');
    const { id, token } = await keptReply(world(), { body: 'Answered too quickly', parentId: parent });
    await decide(world(), 'approve', id);
    await world().visitor().post('/receipt/delete', { token });
    await world().deliver(grace);
    expect(mailsTo('kim@example.org')).toEqual([]);
    expect(await shownTo(world().visitor())).not.toContain('Answered too quickly');
  });
});

const bodyOf = async (world: MailWorld, id: string): Promise<string> =>
  (await world.visitor().open('/articles/open-letter')).$(`#comment-${id} .comment-body`).text();
