import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, openBrowser, type Shown } from '../support/browser.ts';
import { engines } from '../support/engines.ts';
import { article, describeOnEveryEngine, openWorld, type World } from '../support/world.ts';

const comments = `${article}/comments`;

/** Reads on until the sum is `right`, each time as a new visitor. */
async function visitorAsked(world: World, right: string): Promise<{ readonly ann: Browser; readonly page: Shown }> {
  for (let tries = 0; tries < 400; tries += 1) {
    const ann = world.visitor();
    const page = await ann.open(article);
    if (page.reply.response === right) return { ann, page };
  }
  throw new Error(`No sum with the answer ${right} in 400`);
}

describeOnEveryEngine('people who answer in their own way', (world) => {
  test.each(['zero', 'Zero', '０', '٠', '0.', ' = 0 ', '−0'])(
    'H10: %s is accepted where 0 is right',
    async (response) => {
      const { ann, page } = await visitorAsked(world(), '0');
      expect((await ann.post(comments, { ...page.reply, body: 'Nothing', author: 'Ann', response })).status).toBe(303);
    },
  );
});

describeOnEveryEngine(
  'a page that a cache keeps',
  (world) => {
    test('H8: two people who get it from there can both post', async () => {
      const { agent } = world().visitor();
      const cached = await agent.get(article);
      expect([cached.headers['set-cookie'], cached.headers['cache-control']]).toEqual([undefined, 'public, no-cache']);
      for (const name of ['Ann', 'Bob']) {
        const reader = world().visitor();
        const step = await reader.post(comments, { body: `By ${name}`, author: name });
        expect([step.status, step.reply.body]).toEqual([422, `By ${name}`]);
        expect((await reader.post(comments, step.reply)).status).toBe(303);
      }
    });
  },
  { challengeDelivery: 'deferred' },
);

const lasting = engines.filter((engine) => engine.lasting).map((engine) => [engine.name, engine] as const);

describe.each(lasting)('between page and post (%s)', (_name, engine) => {
  /** The page of one world, posted to another one on the same data. */
  async function postAfterRestart(language: string, response: (page: Shown) => string): Promise<number> {
    const before = await openWorld(engine, { language: 'de' });
    const cookies = openBrowser(before.app);
    const page = await cookies.open(article);
    await before.comments.close();
    const after = await before.reopen({ language });
    after.clock.now = before.clock.now + 60_000;
    const cookie = [page.headers['set-cookie']]
      .flat()
      .map((each) => each?.split(';')[0])
      .join('; ');
    const fields = { ...page.reply, body: 'Across a restart', author: 'Ann', response: response(page) };
    const posted = await openBrowser(after.app, { cookie }).post(comments, fields);
    await after.close();
    return posted.status;
  }

  test('H13: the server restarts, and the form is still good', async () => {
    expect(await postAfterRestart('de', (page) => String(page.reply.response))).toBe(303);
  });

  test('H9: the language changes, and the word of the one that was asked is accepted', async () => {
    const words = 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
    words.push('dreizehn', 'vierzehn', 'fünfzehn', 'sechzehn', 'siebzehn', 'achtzehn', 'neunzehn', 'zwanzig');
    expect(await postAfterRestart('en', (page) => words[Number(page.reply.response)] ?? '')).toBe(303);
  });
});

describe('a day of a busy site', () => {
  const clockOfTheMachine = Date.now;
  let world: World;
  beforeEach(async () => {
    const [memory] = engines;
    if (!memory) throw new Error('No engine to open a site on');
    world = await openWorld(memory, { firstComment: 'publish' });
    // Budgets are counted by the clock of the machine; a day of it has to pass.
    Date.now = () => world.clock.now;
  });
  afterEach(async () => {
    Date.now = clockOfTheMachine;
    await world.close();
  });

  test('H14: of a thousand visits, 6 % with a wrong answer, no text is lost and 995 are stored within two submits', async () => {
    const visits = 1_000;
    let [stored, lost] = [0, 0];
    for (let visit = 0; visit < visits; visit += 1) {
      world.clock.now += 75_000;
      const ann = world.visitor();
      const page = await ann.open(article);
      const body = `Visit ${visit}: what I wanted to say about this`;
      const errs = visit % 50 < 3;
      const typed = { ...page.reply, body, author: 'Ann', ...(errs && { response: '99' }) };
      const first = await ann.post(comments, typed);
      if (first.status === 303) stored += 1;
      if (first.status === 303) continue;
      if (first.reply.body !== body) lost += 1;
      if ((await ann.post(comments, first.reply)).status === 303) stored += 1;
    }
    expect(lost).toBe(0);
    expect(stored).toBeGreaterThanOrEqual(995);
  }, 120_000);
});
