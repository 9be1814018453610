import { comments, type Level, rowOf } from './level.ts';
import { articles } from './site.ts';
import { createVisitor, type Fields, inParallel, sumOn, times } from './visitor.ts';

const [article, other] = articles;
const written = { body: 'Buy my watches, they are cheap and good', author: 'Watches' };

type Send = (visitor: ReturnType<typeof createVisitor>) => Promise<unknown>;

const form =
  (fields: Fields): Send =>
  (visitor) =>
    visitor.post(comments(article), { ...written, ...fields });
const raw =
  (body: string, type: string): Send =>
  (visitor) =>
    visitor.send('POST', comments(article), body, type);

/** Ways to post without having looked at the form. */
const blind: readonly Send[] = [
  form({}),
  form({ response: '', challenge: '' }),
  form({ response: '0' }),
  raw(
    `${new URLSearchParams(written)}&response=0&response=0&challenge=&challenge=`,
    'application/x-www-form-urlencoded',
  ),
  raw(JSON.stringify({ ...written, response: 0, challenge: null }), 'application/json'),
  form({ response: '0', challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  raw(`${new URLSearchParams({ ...written, response: '0' })}`, 'text/plain'),
];

/** L0: posts blind, half of it with the cookie of a page that was opened. */
export const postsBlind: Level = (arena) =>
  arena.on({ firstComment: 'publish' }, async (site) => {
    const count = arena.short ? 140 : 1_000;
    await inParallel(times(count), 10, async (at) => {
      const visitor = createVisitor(site.url, addressOf(at));
      if (Math.floor(at / blind.length) % 2) await visitor.get(article);
      await blind[at % blind.length]?.(visitor);
    });
    const did = `${count} blind posts of ${blind.length} kinds`;
    return [await rowOf(site, { level: 'L0', did, limit: 'P + H = 0' }, (p, h) => p + h === 0)];
  });

/** L1: answers right, keeps no cookie. */
export const keepsNoCookie: Level = (arena) =>
  arena.on({ firstComment: 'publish' }, async (site) => {
    const count = arena.short ? 100 : 1_000;
    let told = 0;
    for (const batch of batches(count, 50)) {
      const visitors = batch.map((at) => createVisitor(site.url, addressOf(at), { keepsCookies: false }));
      const pages = await inParallel(visitors, 10, (visitor) => visitor.get(article));
      await site.pass(4_000);
      await inParallel(visitors, 10, async (visitor, at) => {
        const sum = pages[at] && sumOn(pages[at]);
        const fields = { ...written, challenge: sum?.challenge ?? '', response: sum?.right ?? '' };
        const answer = await visitor.post(comments(article), fields);
        if (/Allow cookies for this site/.test(answer.html) && answer.html.includes(`${written.body}</textarea>`))
          told += 1;
      });
    }
    const did = `${count} right answers without the cookie; told so, with the text kept: ${told}`;
    const limit = `P + H = 0, told ${count}`;
    return [await rowOf(site, { level: 'L1', did, limit }, (p, h) => p + h === 0 && told === count)];
  });

/** L2: solves one sum and sends it again and again. */
export const replays: Level = (arena) =>
  arena.on({ firstComment: 'publish' }, async (site) => {
    const count = arena.short ? 150 : 1_000;
    const visitor = createVisitor(site.url, addressOf(0));
    const sum = sumOn(await visitor.get(article));
    await site.pass(4_000);
    const ticket = { challenge: sum?.challenge ?? '', response: sum?.right ?? '' };
    await visitor.post(comments(article), { ...written, ...ticket });
    await inParallel(times(count), 20, (at) =>
      visitor.post(comments(at % 3 ? article : other), {
        ...written,
        ...ticket,
        ...(at % 2 && { body: `${written.body}, number ${at}` }),
      }),
    );
    const did = `one right answer, sent ${count} times more`;
    return [await rowOf(site, { level: 'L2', did, limit: 'P + H = 1' }, (p, h) => p + h === 1)];
  });

/** Each in a network of its own. */
export const addressOf = (at: number): string => `10.${(at >> 8) & 255}.${at & 255}.1`;

function batches(count: number, size: number): readonly (readonly number[])[] {
  return times(Math.ceil(count / size)).map((batch) => times(count).slice(batch * size, (batch + 1) * size));
}
