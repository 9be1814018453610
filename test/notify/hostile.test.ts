import { expect, test } from '@jest/globals';
import { decide } from '../support/deciding.ts';
import type { Received } from '../support/mail-server.ts';
import { describeWithMail, from, grace } from '../support/mail-world.ts';
import { idOf, writeReply } from '../support/world.ts';

const names = [
  'Ann\r\nBcc: all@evil.example',
  'Ann\nSubject: Won',
  'Ann\u2028Bcc: all@evil.example',
  '"><img src=http://evil.example/x.png>',
  'evil.example, <bo@evil.example>',
  '=?UTF-8?Q?=0D=0ABcc:_all@evil.example?=',
  'https://evil.example/',
];
const addresses = [
  'ann@example.org, bo@evil.example',
  'ann@example.org\r\nRCPT TO:<bo@evil.example>',
  '<ann@example.org> ORCPT=rfc822;x',
  '"ann bo"@example.org',
  'ann@example.org>',
  'ann;bo@example.org',
];
const body =
  'A [trap](https://evil.example/a) ![x](https://evil.example/x.png) evil.example <b>bold</b> www.evil.example';

await describeWithMail('a mail from hostile fields', (world) => {
  const sound = ({ from: sender, to, raw, mail }: Received) => {
    const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? '';
    const fields = head.split(/\r?\n(?![ \t])/).map((line) => line.split(':', 1)[0]?.toLowerCase());
    const allowed =
      /^(?:from|to|subject|message-id|date|mime-version|content-type|content-language|auto-submitted|x-auto-response-suppress|list-unsubscribe|list-unsubscribe-post)$/;
    expect(fields.filter((field) => !allowed.test(field ?? ''))).toEqual([]);
    expect(new Set(fields).size).toBe(fields.length);
    expect([sender, to.length, mail.from?.address]).toEqual([from, 1, from]);
    expect(head).not.toMatch(/evil/);
    expect(mail.attachments).toEqual([]);
    expect(mail.html).not.toMatch(/<img|<script|<b>|evil\.example|href="(?!http:\/\/news\.example\/)/);
    expect(mail.text).not.toMatch(/evil\.example|:\/\/(?!news\.example\/)/);
  };

  test.each(names.map((name, at) => [name, `reader-${at}@example.org`]))(
    'has one recipient and none but its own headers, links and images: by %j',
    async (author, reader) => {
      await world().wants('each');
      const parent = await world().followed(reader ?? '');
      const posted = await writeReply(world().visitor(), { author, body, parentId: parent });
      const stored = idOf(posted);
      if (stored === '') return expect(posted.status).toBe(422);
      await world().deliver();
      await decide(world(), 'approve', stored);
      await world().deliver(grace);
      expect(world().server.received.map(({ to }) => to)).toEqual([['mo@example.org'], [reader]]);
      for (const received of world().server.received) sound(received);
    },
  );

  test.each(addresses)('goes to no address such as %j', async (email) => {
    const posted = await writeReply(world().visitor(), { body: `From ${email}`, email, follow: '1' });
    expect(posted.status).toBe(422);
    await world().deliver();
    expect(world().server.received.flatMap(({ to }) => to)).not.toContain('bo@evil.example');
  });

  test('goes to no moderator whose address is a list, and says so', async () => {
    await world().wants('never');
    const { signIn } = await world().comments.ready;
    await signIn.enrol('a,b@example.org', 'correct horse battery');
    await writeReply(world().visitor(), { body: 'Who hears of it?' });
    await world().deliver();
    await world().deliver(25 * 3_600_000);
    expect(world().server.received).toEqual([]);
    const page = await (await world().moderator()).open('/moderation/outbox');
    expect(page.$('.person').text()).toContain('Mail can only be sent to an address');
  });
});
