import { addressOf } from '../attack/blind.ts';
import { articles, type Site } from '../attack/site.ts';
import { createVisitor, inParallel, sumOn, times } from '../attack/visitor.ts';
import { honestOf } from './honest.ts';
import { spamOf, templates } from './spam.ts';

type Draw = (below: number) => number;

/** One comment in so many is honest. */
const honestEvery = 20;

/** Posts so many comments through the real form, a visitor each; gives who is honest, by the id of the comment. */
export async function flood(site: Site, count: number, draw: Draw): Promise<ReadonlyMap<string, boolean>> {
  const written = times(count).map((at) => {
    const honest = at % honestEvery === 0;
    return { honest, ...(honest ? honestOf(at / honestEvery, draw) : spamOf(draw(templates), draw)) };
  });
  const truth = new Map<string, boolean>();
  await inParallel(written, 8, async ({ honest, body, author }, at) => {
    const article = articles[at % articles.length] ?? articles[0];
    const visitor = createVisitor(site.url, addressOf(at));
    const sum = sumOn(await visitor.get(article));
    const fields = { body, author, challenge: sum?.challenge ?? '', response: sum?.right ?? '' };
    const { status, location } = await visitor.post(`${article}/comments`, fields);
    const id = location?.split('#comment-')[1];
    if (id === undefined) throw new Error(`Comment ${at} was not stored: ${status}`);
    truth.set(id, honest);
  });
  return truth;
}
