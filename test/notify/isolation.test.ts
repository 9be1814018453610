import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { foreign, unisolated } from '../support/isolation.ts';
import { list } from '../support/listing.ts';
import { describeWithMail, grace, linkTo, type MailWorld } from '../support/mail-world.ts';
import { article, idOf, writeReply } from '../support/world.ts';

const name = (number: number): string => `${foreign} ${number}!`;
const body = `(${foreign}) and *more* of it.`;

await describeWithMail('text written from right to left, among words of the site', (world) => {
  /** A conversation and a queue by people with such names, who say such things; gives the ids of both ends. */
  async function fill(): Promise<{ readonly root: string; readonly pending: string }> {
    await world().wants('each');
    const root = await world().followed('ann@example.org', { author: name(0), body: `${body} First.` });
    for (let at = 1; at <= 13; at += 1) await world().published(`${body} ${at}`, { author: name(at), parentId: root });
    const pending = idOf(
      await writeReply(world().visitor(), { author: name(14), body: `${body} Held.`, parentId: root }),
    );
    await rename(world());
    const mo = await world().moderator();
    const desk = `/moderation/comments/${root}`;
    await mo.submit(await mo.open(desk), 'form[action$="/edit"]', { body: `${body} Corrected.` });
    await mo.submit(await mo.open(desk), 'form[action$="/reply"]', { body });
    await world().deliver(grace);
    return { root, pending };
  }

  test('is isolated wherever it is shown: pages of readers, of moderators, and mails', async () => {
    await writeArticle(world());
    const { root, pending } = await fill();
    const { received } = world().server;
    const ann = world().visitor();
    const fields = { author: name(20), body: `${body} Mine.` };
    await writeReply(ann, { ...fields, parentId: root });
    const form = await ann.open(`${article}?replyTo=${root}`);
    const mo = await world().moderator();
    const second = { ...(await ann.open(elsewhere)).reply, ...fields, body };
    await ann.post(`${elsewhere}/comments`, second);
    await list(mo, { kind: 'word', value: foreign, effect: 'hold' });
    const readers = {
      'the list of articles': await ann.open('/'),
      'an article with such a title': await ann.open(elsewhere),
      'the article': await ann.open(article),
      'the form of a reply': form,
      'a form to be mended': await ann.post(`${article}/comments`, { ...form.reply, ...fields, response: 'x' }),
      'a preview': await ann.post(`${article}/comments`, { ...form.reply, ...fields, preview: '1' }),
      'a link of a mail': await ann.open(linkTo(received, '/mail/decide')),
    };
    const moderators = [
      '/moderation',
      '/moderation?status=approved',
      `/moderation?author=${encodeURIComponent(name(14))}`,
      `/moderation?q=${encodeURIComponent(foreign)}`,
      `/moderation/comments/${root}`,
      `/moderation/comments/${pending}`,
      `/moderation/erase?ids=${pending}`,
      '/moderation?article=foreign-letter',
      '/moderation/lists',
      '/moderation/closing',
      '/moderation/statistics',
      '/moderation/people',
      '/account',
    ];
    const wrong: unknown[] = [];
    for (const [what, page] of Object.entries(readers)) wrong.push(...unisolated(page).map((where) => [what, where]));
    for (const path of moderators) wrong.push(...unisolated(await mo.open(path)).map((where) => [path, where]));
    const letters = received.filter(({ mail }) => mail.html?.includes(foreign));
    expect(letters.length).toBeGreaterThan(2);
    for (const { mail } of letters) {
      const html = mail.html ?? '';
      wrong.push(...unisolated({ $: load(html), html }).map((where) => [mail.subject, where]));
    }
    expect(wrong).toEqual([]);
    // Every kind of page is opened.
  }, 60_000);

  test('the test itself sees what is not isolated', () => {
    const html = `<p>By ${foreign}, today</p><p title="by ${foreign}"></p><input name="a" value="${foreign}"><bdi>${foreign}</bdi>`;
    expect(unisolated({ $: load(html), html })).toHaveLength(3);
  });
});

const elsewhere = '/articles/foreign-letter';

/** Resolves once it is there to be read. */
async function writeArticle({ articlesDir, visitor }: MailWorld): Promise<void> {
  const lines = [`title: About ${foreign}!`, 'section: Letters', `author: ${foreign} Mo`, 'date: 2022-01-09'];
  await writeFile(join(articlesDir, 'foreign-letter.md'), `---\n${lines.join('\n')}\n---\n\nThe text of it.\n`);
  while ((await visitor().open(elsewhere)).status !== 200) await sleep(20);
}

async function rename(world: MailWorld): Promise<void> {
  const mo = await world.moderator();
  await mo.submit(await mo.open('/account'), 'form[action="/account/name"]', { name: `${foreign} Mo` });
}
