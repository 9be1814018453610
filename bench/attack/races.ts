import { addressOf } from './blind.ts';
import { comments, type Level, type Row } from './level.ts';
import { startNaive } from './naive.ts';
import { articles, type Site } from './site.ts';
import { type Answer, createVisitor, inParallel, sumOn, times, type Visitor } from './visitor.ts';

const [article] = articles;
const challenges = 20;
const parallel = 100;
const processes = 4;

/** L4: many answers to one challenge at once, over four processes that share a database. */
export const races: Level = async (arena) => {
  const on = (name: string, database: string | null): Promise<Row> =>
    arena.on({ firstComment: 'publish', processes: arena.processes || processes, database }, (site) =>
      race(site, name),
    );
  return [
    await control(),
    await on('SQLite file', null),
    ...(arena.database ? [await on('PostgreSQL', arena.database)] : [leftOut]),
  ];
};

const leftOut: Row = {
  level: 'L4',
  did: 'PostgreSQL was left out: no --database was given',
  outcome: '–',
  limit: '–',
  holds: null,
};

async function race(site: Site, name: string): Promise<Row> {
  const right = await answerAll(site, 0, (sum, at) => ({
    body: at % 2 ? 'The one text' : 'The other text',
    response: sum.right,
  }));
  const { published, held } = await site.census.comments();
  const wrong = await answerAll(site, challenges, (sum) => ({ body: 'Guessed', response: sum.wrong }));
  const burnt = await inParallel(wrong.asked, 5, ({ visitor, challenge, right }) =>
    visitor.post(comments(article), { body: 'Too late', author: 'Racer', challenge, response: right }),
  );
  const after = await site.census.comments();
  const stored = after.published + after.held - published - held;
  const failures = [...right.answers, ...wrong.answers, ...burnt].filter(({ status }) => status >= 500).length;
  return {
    level: 'L4',
    did: `${challenges} challenges x ${parallel} right answers at once, ${site.processes} processes, ${name}; then ${parallel} wrong ones each: ${stored} stored, ${failures} answers 5xx`,
    outcome: `P ${published}, H ${held}`,
    limit: 'P + H = 20, then 0; no 5xx',
    holds: published + held === challenges && stored === 0 && failures === 0,
  };
}

interface Asked {
  readonly visitor: Visitor;
  readonly challenge: string;
  readonly right: string;
  readonly wrong: string;
}

async function answerAll(
  site: Site,
  from: number,
  fields: (sum: Asked, at: number) => { readonly body: string; readonly response: string },
): Promise<{ readonly asked: readonly Asked[]; readonly answers: readonly Answer[] }> {
  const asked = await inParallel(times(challenges), 4, async (at) => {
    const visitor = createVisitor(site.url, addressOf(from + at));
    const sum = sumOn(await visitor.get(article));
    if (!sum) throw new Error('A new visitor was not asked a sum.');
    return { visitor, ...sum };
  });
  await site.pass(4_000);
  const answers: Answer[] = [];
  for (const sum of asked) {
    const { visitor, challenge } = sum;
    const post = (at: number): Promise<Answer> =>
      visitor.post(comments(article), { ...fields(sum, at), author: 'Racer', challenge });
    answers.push(...(await Promise.all(times(parallel).map(post))));
  }
  return { asked, answers };
}

/** The same against a check as tutorials have it: were the race not hard enough, this would hold as well. */
async function control(): Promise<Row> {
  const naive = await startNaive();
  try {
    await inParallel(times(challenges), 4, async (at) => {
      const visitor = createVisitor(() => naive.url, addressOf(at));
      const [, left = 0, right = 0] = /(\d+) \+ (\d+)/.exec((await visitor.get('/')).html) ?? [];
      const response = String(Number(left) + Number(right));
      await Promise.all(times(parallel).map(() => visitor.post('/', { response })));
    });
    const did = `control: a naive check in the session, ${challenges} x ${parallel} right answers`;
    const stored = naive.stored();
    return { level: 'L4', did, outcome: `${stored} stored`, limit: '> 20', holds: stored > challenges };
  } finally {
    await naive.close();
  }
}
