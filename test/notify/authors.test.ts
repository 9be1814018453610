import { expect, test } from '@jest/globals';
import { decide } from '../support/deciding.ts';
import { describeWithMail, grace, linkTo, press } from '../support/mail-world.ts';
import { article, idOf, writeReply } from '../support/world.ts';

const subjects = {
  confirm: 'Confirm: replies at Leave a Reply by e-mail?',
  approved: 'Your reply to “An open letter” is published',
  reply: 'An answer to your reply to “An open letter”',
};

await describeWithMail('mail to authors', (world) => {
  /** The private link has a story of its own. */
  const mails = () => world().server.received.filter(({ mail }) => !mail.subject?.endsWith('the private link'));
  const told = () => mails().map(({ to, mail }) => [to.join(), mail.subject]);
  const answer = async (parentId: string, fields = {}): Promise<string> =>
    idOf(await writeReply(world().visitor(), { parentId, author: 'Bo', body: `To ${parentId}.`, ...fields }));

  test('goes to nobody who did not ask', async () => {
    const id = idOf(await writeReply(world().visitor(), { author: 'Ann', email: 'quiet@example.org' }));
    await decide(world(), 'approve', id);
    await world().deliver(grace);
    expect(told()).toEqual([]);
  });

  test('asks first whether the address is their own, and without a yes says nothing more', async () => {
    const id = await world().asking('ann@example.org');
    await world().deliver();
    expect(told()).toEqual([['ann@example.org', subjects.confirm]]);
    await decide(world(), 'approve', id);
    await decide(world(), 'approve', await answer(id));
    await world().deliver(grace);
    expect(told()).toHaveLength(1);
  });

  test('tells of the approval and of answers, once each is public and cannot be taken back any more', async () => {
    const id = await world().asking('bea@example.org');
    await world().deliver();
    const page = await press(world(), linkTo(world().server.received, '/mail/confirm'));
    expect(page.$('main').text()).toContain('will be sent to bea@example.org');
    await decide(world(), 'approve', id);
    await world().deliver();
    expect(told()).toHaveLength(1);
    await world().deliver(grace);
    expect(told().slice(1)).toEqual([['bea@example.org', subjects.approved]]);

    const reply = await answer(id);
    await world().deliver(grace);
    expect(told()).toHaveLength(2);
    await decide(world(), 'approve', reply);
    await world().deliver(grace);
    expect(told().slice(2)).toEqual([['bea@example.org', subjects.reply]]);
    const { mail } = mails()[2] ?? {};
    for (const part of [mail?.text, mail?.html]) expect(part).toContain(`To ${reply && id}.`);
    const place = linkTo(mails().slice(2), article);
    expect((await world().visitor().open(place)).headers.location).toMatch(new RegExp(`#comment-${reply}$`));
    expect(place.endsWith(reply)).toBe(true);
  });

  test('keeps silent of what was approved by mistake, or told already', async () => {
    const id = await world().followed('cleo@example.org');
    const reply = await answer(id);
    await decide(world(), 'approve', reply);
    await decide(world(), 'hold', reply, 'approved');
    await world().deliver(grace);
    expect(told()).toEqual([]);
    await decide(world(), 'approve', reply);
    await world().deliver(grace);
    expect(told()).toHaveLength(1);
    await decide(world(), 'hold', reply, 'approved');
    await decide(world(), 'approve', reply);
    await world().deliver(grace);
    expect(told()).toHaveLength(1);
  });

  test('tells of a moderator’s answer too', async () => {
    const id = await world().followed('moe@example.org');
    const mo = await world().moderator();
    const desk = await mo.open(`/moderation/comments/${id}`);
    expect((await mo.submit(desk, 'form[action$="/reply"]', { body: 'From the editors.' })).status).toBe(303);
    await world().deliver(grace);
    expect(told()).toEqual([['moe@example.org', subjects.reply]]);
  });

  test('does not tell authors of their own answers', async () => {
    const id = await world().followed('dora@example.org');
    await decide(world(), 'approve', await answer(id, { email: 'Dora@Example.org' }));
    await world().deliver(grace);
    expect(told()).toEqual([]);
  });

  test('asks a browser only once, and others every time', async () => {
    const browser = world().visitor();
    await world().asking('eve@example.org', {}, browser);
    await world().deliver();
    await press(world(), linkTo(world().server.received, '/mail/confirm'));
    await world().asking('eve@example.org', { body: 'More words.' }, browser);
    await world().deliver();
    expect(told()).toHaveLength(1);
    await world().asking('eve@example.org', { body: 'Not hers.' });
    await world().deliver();
    expect(told().map(([, subject]) => subject)).toEqual([subjects.confirm, subjects.confirm]);
  });

  test('ends by the page of its link, and by one click of the mail program, which may come twice', async () => {
    const [one, other] = [await world().followed('fay@example.org'), await world().followed('gus@example.org')];
    const tell = async () => {
      for (const id of [one, other]) await decide(world(), 'approve', await answer(id));
      await world().deliver(grace);
    };
    await tell();
    expect(told()).toHaveLength(2);
    const [ofFay, ofGus] = ['fay', 'gus'].map((name) =>
      world().server.received.filter(({ to }) => to[0]?.startsWith(name)),
    );
    expect((await press(world(), linkTo(ofFay ?? [], '/mail/stop'))).status).toBe(200);
    const header = (name: string) => ofGus?.[0]?.mail.headers.find(({ key }) => key === name)?.value ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url = new URL(/^<(.+)>$/.exec(header('list-unsubscribe'))?.[1] ?? '');
    for (const _time of [1, 2]) {
      const clicked = await world()
        .visitor()
        .post(url.pathname + url.search, { 'List-Unsubscribe': 'One-Click' });
      expect(clicked.status).toBe(200);
    }
    await tell();
    expect(told()).toHaveLength(2);
  });

  test('never writes to an address again that said so', async () => {
    await world().asking('hal@example.org');
    await world().deliver();
    await press(world(), linkTo(world().server.received, '/mail/stop'), 'all');
    await world().asking('Hal@Example.org', { body: 'Once more.' });
    await world().deliver();
    expect(told()).toHaveLength(1);
  });

  test('cannot be made to flood an address with questions', async () => {
    for (const number of [1, 2, 3, 4, 5]) await world().asking('ida@example.org', { body: `Try ${number}.` });
    await world().deliver();
    expect(told()).toHaveLength(3);
  });

  test('needs an address, and nothing typed is lost without one', async () => {
    const posted = await writeReply(world().visitor(), { body: 'Where to?', follow: '1', email: '' });
    expect([posted.status, posted.$('#email-problem').text()]).toEqual([422, expect.stringContaining('write to')]);
    expect([posted.reply.body, posted.reply.follow]).toEqual(['Where to?', '1']);
  });
});
