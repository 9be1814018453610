import { expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { decide } from '../support/deciding.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const minuteMs = 60_000;
const unsaid = 'How long it takes cannot be said yet: too few were decided on lately.';

describeOnEveryEngine('a waiting comment', (world) => {
  test('says to its author alone how many came before it; it moves up when one of them is decided on', async () => {
    const [ann, bogdan, carla] = [world().visitor(), world().visitor(), world().visitor()];
    const first = idOf(await writeReply(ann, { body: 'The first of three' }));
    const second = idOf(await writeReply(bogdan, { body: 'The second of three' }));
    const third = idOf(await writeReply(carla, { body: 'The last of three' }));
    expect(await toldOf(ann, first)).toBe(`It is first in the queue. ${unsaid}`);
    expect(await toldOf(bogdan, second)).toBe(`1 other came before it. ${unsaid}`);
    expect(await toldOf(carla, third)).toBe(`2 others came before it. ${unsaid}`);
    expect((await world().visitor().open(article)).$('.waiting, .waiting-place').length).toBe(0);

    await decide(world(), 'spam', [first]);
    expect(await toldOf(carla, third)).toBe(`1 other came before it. ${unsaid}`);
    await decide(world(), 'approve', [second, third]);
    const published = await carla.open(article);
    expect([published.$(`#comment-${third}`).length, published.$('.waiting-place').length]).toEqual([1, 0]);
  });

  test('every one of a visitor has its own place', async () => {
    const ann = world().visitor();
    const ids = [];
    for (const body of ['One thought', 'And another']) ids.push(idOf(await writeReply(ann, { body })));
    expect(await toldOf(ann, ids[0])).toMatch(/^It is first in the queue\./);
    expect(await toldOf(ann, ids[1])).toMatch(/^1 other came before it\./);
    await decide(world(), 'trash', ids);
  });

  test('says what is usual once ten were decided on; decisions that were undone are none', async () => {
    const ids = [];
    for (let nth = 0; nth < 10; nth += 1) {
      const body = `Thought number ${nth}`;
      ids.push(idOf(await writeReply(world().visitor(), { body })));
    }
    world().clock.now += 100 * minuteMs;
    // Two were approved above, and ten are now.
    const told = await decide(world(), 'approve', ids);
    const ann = world().visitor();
    const mine = idOf(await writeReply(ann, { body: 'How long will this take?' }));
    expect(await toldOf(ann, mine)).toBe(
      'It is first in the queue. Comments here are usually decided on within 3 hours. Nothing is promised, because people read each one.',
    );

    const mo = await world().moderator();
    await mo.submit(await mo.open(told), '.notice form');
    world().clock.now += minuteMs;
    expect(await toldOf(ann, mine)).toBe(`10 others came before it. ${unsaid}`);

    await decide(world(), 'approve', ids);
    world().clock.now += 3 * 60 * minuteMs;
    expect(await toldOf(ann, mine)).toBe(
      'It is first in the queue. Most comments here are decided on within 3 hours; this one takes longer, because people read each one.',
    );
  });
});

async function toldOf(author: Browser, id = ''): Promise<string> {
  return (await author.open(article)).$(`#comment-${id} .waiting-place`).text();
}
