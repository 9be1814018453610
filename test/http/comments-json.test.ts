import { expect, test } from '@jest/globals';
import type { ConversationJson } from '../../src/http/comments-json.ts';
import { textOf } from '../support/documents.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

const path = `${article}/comments.json`;

async function read(world: World, from = path) {
  const answer = await world.visitor().agent.get(from);
  return { answer, body: answer.body as ConversationJson };
}

/** Every name in it, at any depth: `comments.author.name`. */
function fieldsOf(value: unknown, above = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, above));
  if (typeof value !== 'object' || value === null) return [above];
  return Object.entries(value).flatMap(([name, each]) => fieldsOf(each, above ? `${above}.${name}` : name));
}

describeOnEveryEngine('a conversation as JSON', (world) => {
  test('has these fields and no others, which docs/api.md names', async () => {
    const root = await world().published('A root', {
      author: 'Rosa',
      website: 'https://rosa.example',
      email: 'canary@example.org',
    });
    await world().published('An answer', { parentId: root });
    await writeReply(world().visitor(), { body: 'canary that waits', author: 'Canary' });
    const { answer, body } = await read(world());
    const [first] = body.comments;
    expect(first).toEqual({
      id: root,
      parentId: null,
      depth: 0,
      url: `${article}/comments/${root}`,
      author: { name: 'Rosa', website: 'https://rosa.example/' },
      byModerator: false,
      byAuthor: false,
      html: expect.stringContaining('A root'),
      createdAt: expect.stringMatching(/^2022-01-14T\d\d:\d\d:\d\d\.\d{3}Z$/),
      editedAt: null,
      erased: false,
      likes: 0,
      more: null,
    });
    expect(body.comments[1]).toMatchObject({ parentId: root, depth: 1 });
    expect(answer.text).not.toMatch(/canary/i);
    const named = textOf('docs/api.md')
      .match(/^\| `[\w.]+` \|/gm)
      ?.map((row) => row.slice(3, -3));
    expect([...new Set(fieldsOf(body))].toSorted()).toEqual(named?.toSorted());
  });

  test('may be read by pages of any site, cached, and sets no cookie', async () => {
    const { answer } = await read(world());
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=60',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    const again = await world()
      .visitor()
      .agent.get(path)
      .set('if-none-match', answer.headers.etag ?? '');
    expect([again.status, again.headers['access-control-allow-origin']]).toEqual([304, '*']);
  });

  test.each([
    ['/articles/nowhere/comments.json', 404, /no article/],
    [`${path}?sort=worst`, 400, /oldest, newest, discussed/],
    [`${path}?sort=oldest&sort=newest`, 400, /must be one of/],
    [`${path}?from=1`, 400, /"next" or "previous"/],
    [`${path}?sort=discussed&from=01890000-0000-7000-8000-000000000000`, 400, /in the same order/],
  ])('%s is answered with %d and a sentence', async (from, status, sentence) => {
    const { answer } = await read(world(), from);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, '*']);
    expect((answer.body as { error: string }).error).toMatch(sentence);
  });
});

describeOnEveryEngine(
  'pages of JSON',
  (world) => {
    test.each(['oldest', 'newest', 'discussed'])('%s: lead through every comment once, and back', async (sort) => {
      const written: string[] = [];
      for (const number of [1, 2, 3]) {
        const parentId = idOf(await writeReply(world().visitor(), { body: `${sort} ${number}` }));
        written.push(parentId, idOf(await writeReply(world().visitor(), { body: `To ${sort} ${number}`, parentId })));
      }
      const met: string[] = [];
      const pages: string[] = [];
      for (let next: string | null = `${path}?sort=${sort}`; next; ) {
        const { body }: { body: ConversationJson } = await read(world(), next);
        expect(body.previous).toBe(pages.length === 0 ? null : (pages.at(-1)?.replace('?sort=oldest', '') ?? null));
        pages.push(next);
        met.push(...body.comments.map(({ id }) => id));
        next = body.next;
      }
      expect(new Set(met).size).toBe(met.length);
      expect(met).toEqual(expect.arrayContaining(written));
    });
  },
  { firstComment: 'publish', commentsPerPage: 2 },
);
