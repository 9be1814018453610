import { expect, test } from '@jest/globals';
import type { Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, writeReply } from '../support/world.ts';

const dataOf = (page: Shown) => JSON.parse(page.$('script[type="application/ld+json"]').text());

describeOnEveryEngine('the replies in the words of schema.org', (world) => {
  test('there are none as long as nobody replied', async () => {
    expect((await world().visitor().open(article)).$('script[type="application/ld+json"]').length).toBe(0);
  });

  test('name what is public, and break out of nothing', async () => {
    const name = '</script><script>alert(1)</script><!-- <script> "]]>';
    const root = await world().published(`${name}\n\nMore.`, { author: name, email: 'canary@example.org' });
    const reply = await world().published('x'.repeat(300), { parentId: root });
    const ann = world().visitor();
    await writeReply(ann, { body: 'Waits' });
    const page = await ann.open(article);
    expect(page.$('script:not([src])').length).toBe(1);
    expect(page.html).not.toContain('canary');
    const [first, second, ...others] = dataOf(page).comment;
    expect(first).toEqual({
      '@type': 'Comment',
      '@id': `#comment-${root}`,
      author: { '@type': 'Person', name },
      dateCreated: expect.any(String),
      text: `${name}\n\nMore.`,
    });
    expect(second).toMatchObject({ '@id': `#comment-${reply}`, parentItem: { '@id': `#comment-${root}` } });
    expect([second.text.length, others]).toEqual([100, []]);
    expect(dataOf(page)).toMatchObject({ '@type': 'Article', headline: 'An open letter', commentCount: 2 });
  });

  test('text is cut between characters, not inside one', async () => {
    await world().published(`${'x'.repeat(99)}${'😀'.repeat(9)}`);
    expect(dataOf(await world().visitor().open(article)).comment.at(-1).text).toBe(`${'x'.repeat(99)}😀`);
  });
});
