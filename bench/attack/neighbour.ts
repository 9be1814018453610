import { comments, type Level, type Row } from './level.ts';
import { articles, type Site } from './site.ts';
import { type Answer, createVisitor, inParallel, sumOn, times, type Visitor } from './visitor.ts';

const [article] = articles;
const address = '192.0.2.1';
const words = { body: 'An honest word from behind the same address', author: 'Ann' };
const kept = (answer: Answer): boolean => answer.html.includes(`${words.body}</textarea>`);

/** A3: uses up whatever is counted by address; then an honest person comes from there. */
export const burnsAddress: Level = async (arena) => [
  await arena.on({ firstComment: 'publish', database: arena.database }, (site) => afterBurning(site)),
  await arena.on({ firstComment: 'publish', database: arena.database }, (site) => afterBurningAll(site)),
];

const newVisitor = (site: Site): Visitor => createVisitor(site.url, address);

/** Sums with pages, wrong answers, publications. */
async function burn(site: Site): Promise<void> {
  const visitors = times(30).map(() => newVisitor(site));
  const sums = await inParallel(visitors, 5, async (visitor) => sumOn(await visitor.get(article)));
  await site.pass(4_000);
  await inParallel(visitors.slice(0, 11), 1, (visitor, at) => {
    const answer = at < 3 ? sums[at]?.right : sums[at]?.wrong;
    const fields = {
      body: `Burnt ${at}`,
      author: 'Burner',
      challenge: sums[at]?.challenge ?? '',
      response: answer ?? '',
    };
    return visitor.post(comments(article), fields);
  });
}

async function afterBurning(site: Site): Promise<Row> {
  await burn(site);
  const before = await site.census.comments();
  const ann = newVisitor(site);
  const page = await ann.get(article);
  const step = await ann.post(comments(article), words);
  const sum = sumOn(step);
  await site.pass(4_000);
  const ticket = { challenge: sum?.challenge ?? '', response: sum?.right ?? '' };
  const posted = await ann.post(comments(article), { ...words, ...ticket });
  const told = /waits|waiting|held/i.test((await ann.get(article)).html);
  const { held } = await site.census.comments();
  const through = page.status === 200 && !sumOn(page) && step.status === 422 && kept(step) && posted.status === 303;
  return {
    level: 'A3',
    did: 'sums, wrong answers and publications of an address burnt; an honest person there',
    outcome: `page ${page.status}, one more step ${step.status}, posted ${posted.status}, H +${held - before.held}, told: ${told ? 'yes' : 'no'}`,
    limit: 'held, text kept, told so',
    holds: through && told && held - before.held === 1,
  };
}

async function afterBurningAll(site: Site): Promise<Row> {
  const ann = newVisitor(site);
  const sum = sumOn(await ann.get(article));
  await burn(site);
  await fillQueue(site);
  await inParallel(times(30), 1, () => newVisitor(site).post(comments(article), words));
  const stranger = await newVisitor(site).post(comments(article), words);
  const ticket = { challenge: sum?.challenge ?? '', response: sum?.right ?? '' };
  const refused = await ann.post(comments(article), { ...words, ...ticket });
  await site.pass(refused.retryAfter * 1_000);
  const posted = await ann.post(comments(article), { ...words, ...ticket });
  return {
    level: 'A3',
    did: 'sums for posts without one, and the places in the queue, burnt as well',
    outcome: `new visitor ${stranger.status}, form that was open ${refused.status}, after ${refused.retryAfter} s ${posted.status}`,
    limit: '429 with a time, text kept, then 303',
    holds:
      stranger.status === 429 && kept(stranger) && refused.status === 429 && kept(refused) && posted.status === 303,
  };
}

/** Right answers from the address until no more of them are held. */
async function fillQueue(site: Site): Promise<void> {
  const visitor = createVisitor(site.url, address);
  for (let hour = 0; hour < 6; hour += 1) {
    const sum = sumOn(await visitor.get(article)) ?? sumOn(await visitor.post(comments(article), words));
    await site.pass(4_000);
    const ticket = { challenge: sum?.challenge ?? '', response: sum?.right ?? '' };
    await visitor.post(comments(article), { body: `Filling the queue, number ${hour}`, author: 'Burner', ...ticket });
  }
}
