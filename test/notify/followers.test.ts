import { expect, test } from '@jest/globals';
import { decide } from '../support/deciding.ts';
import { describeWithMail, grace, linkTo, press } from '../support/mail-world.ts';
import { article, idOf, writeReply } from '../support/world.ts';

const subjects = {
  confirm: 'Confirm: replies at Leave a Reply by e-mail?',
  reply: 'An answer to your reply to “An open letter”',
};

await describeWithMail('mail to those who follow an article', (world) => {
  const told = () => world().server.received.map(({ to, mail }) => [to.join(), mail.subject]);
  const follow = async (follower: string) => {
    const browser = world().visitor();
    return browser.submit(await browser.open(article), 'form[action$="/follow"]', { follower });
  };
  const reply = async (fields = {}) => {
    await decide(
      world(),
      'approve',
      idOf(await writeReply(world().visitor(), { body: `At ${world().clock.now}.`, ...fields })),
    );
    await world().deliver(grace);
  };

  test('asks first, then tells of every new reply, the writer’s own apart', async () => {
    expect((await follow(' Lia@Example.org ')).$('h1').text()).toBe('Look into your mail');
    await reply();
    expect(told()).toEqual([['lia@example.org', subjects.confirm]]);
    await press(world(), linkTo(world().server.received, '/mail/confirm'));
    await reply({ email: 'lia@example.org' });
    expect(told()).toHaveLength(1);
    await reply();
    expect(told().slice(1)).toEqual([['lia@example.org', 'A new reply to “An open letter”']]);
    await press(world(), linkTo(world().server.received.slice(1), '/mail/stop'));
    await reply();
    expect(told()).toHaveLength(2);
  });

  test('says the same to whoever asks again, and sends no second question', async () => {
    const pages = [await follow('max@example.org'), await follow('max@example.org')];
    expect(pages[0]?.$('main').text()).toBe(pages[1]?.$('main').text());
    await world().deliver();
    expect(told()).toHaveLength(1);
  });

  test('tells one address once, though it has two reasons', async () => {
    const id = await world().followed('nia@example.org');
    await follow('nia@example.org');
    await world().deliver();
    await press(world(), linkTo(world().server.received, '/mail/confirm'));
    await reply({ parentId: id });
    expect(told().slice(1)).toEqual([['nia@example.org', subjects.reply]]);
  });

  test.each(['', 'nobody', 'a@b.c, d@e.f', 'a@b.c\r\nBcc: d@e.f'])('wants an address: %j is none', async (follower) => {
    expect((await follow(follower)).status).toBe(422);
    expect((await world().visitor().post('/articles/nothing/follow', { follower: 'a@b.example' })).status).toBe(404);
  });
});
