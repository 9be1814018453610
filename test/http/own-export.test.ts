import { expect, test } from '@jest/globals';
import { hashOfSecret } from '../../src/comments/secret.ts';
import { openStore } from '../../src/store/open.ts';
import type { Shown } from '../support/browser.ts';
import { engines } from '../support/engines.ts';
import { keptReply } from '../support/receipts.ts';
import { describeOnEveryEngine, openWorld } from '../support/world.ts';

interface Taken {
  readonly address: string | null;
  readonly comments: readonly {
    readonly id: string;
    readonly body: string;
    readonly author: { readonly email: string | null };
  }[];
  readonly follows: readonly object[];
}

const takenFrom = ({ html }: Shown): Taken => JSON.parse(html) as Taken;

describeOnEveryEngine('taking along what one wrote', (world) => {
  test('a link opens its one comment: text, earlier texts, what was told, and nothing that moderators note', async () => {
    const { id, link } = await keptReply(world(), { body: 'At first', author: 'Eda', email: 'Eda@Example.org' });
    await keptReply(world(), { body: 'By somebody who typed the same address', email: 'eda@example.org' });
    const device = world().visitor();
    await device.submit(await device.open(link.replace('?', '/edit?')), 'main form', { body: 'At last' });
    const mo = await world().moderator();
    await mo.submit(await mo.open(`/moderation/comments/${id}`), 'form[action$="/explain"]', { body: 'Too short.' });
    const page = await device.open(link);
    expect(page.$('button[value=address]').length).toBe(0);
    const file = await device.submit(page, 'form.receipt-export');
    expect([file.headers['content-disposition'], file.headers['cache-control']]).toEqual([
      'attachment; filename=my-comment.json',
      'private, no-store',
    ]);
    const { address, comments, follows } = takenFrom(file);
    expect([address, follows]).toEqual([null, []]);
    expect(comments).toEqual([
      {
        id,
        article: { key: 'open-letter', title: 'An open letter', url: '/articles/open-letter' },
        answers: null,
        standing: 'waiting',
        author: { name: 'Eda', email: 'E…@E…', website: null },
        body: 'At last',
        html: '<p>At last</p>\n',
        createdAt: expect.stringMatching(/Z$/),
        editedAt: expect.stringMatching(/Z$/),
        versions: [{ body: 'At first', until: expect.stringMatching(/Z$/), replacedBy: 'author' }],
        told: 'Too short.',
        privateLinks: [{ createdAt: expect.stringMatching(/Z$/), sentByMail: false }],
      },
    ]);
    expect(file.html).not.toMatch(/First comment|firstComment|somebody who typed|Eda@/);
  });

  test('a typed address proves nothing: everything under it is refused to a link that was not sent there', async () => {
    const { token } = await keptReply(world(), { email: 'victim@example.org' });
    const refused = await world().visitor().post('/receipt/export', { token, scope: 'address' });
    expect([refused.status, refused.$('main').text()]).toEqual([403, expect.stringContaining('one comment alone')]);
    expect((await world().visitor().post('/receipt/export', { token: 'nobody' })).status).toBe(404);
  });
});

const lasting = engines.filter(({ lasting }) => lasting).map((engine) => [engine.name, engine] as const);

test.each(lasting)(
  'a link that was sent to the address opens all under it, however it was typed (%s)',
  async (_, engine) => {
    const place = await engine.provide();
    const world = await openWorld({ ...engine, provide: async () => place });
    const { id, token, link } = await keptReply(world, { body: 'The first', email: 'Fay@example.org' });
    for (const body of ['The second', 'The third']) await keptReply(world, { body, email: 'FAY@EXAMPLE.ORG' });
    await keptReply(world, { body: 'Of another', email: 'fay@example.com' });
    const store = await openStore({ ...place, now: Date.now });
    await store.receipts.add({ hash: hashOfSecret('by-mail'), commentId: id, createdAt: 1, proven: true });
    await store.close();
    const device = world.visitor();
    const page = await device.open(link.replace(token, 'by-mail'));
    expect(page.$('form.receipt-export button[value=address]').text()).toBe(
      'Download everything under Fay@example.org',
    );
    const { address, comments } = takenFrom(await device.submit(page, 'form.receipt-export', { scope: 'address' }));
    expect([address, comments.map(({ body }) => body)]).toEqual([
      'fay@example.org',
      ['The first', 'The second', 'The third'],
    ]);
    const alone = takenFrom(await device.submit(page, 'form.receipt-export', { scope: '' }));
    expect([alone.address, alone.comments.map(({ author }) => author.email)]).toEqual([null, ['Fay@example.org']]);
    await world.close();
  },
);
