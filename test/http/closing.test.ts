import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('closing an article', (world) => {
  test('a reply stored before is found when it is sent again; one written meanwhile comes back with its text', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const other = await ann.open(article);
    const fields = { ...page.reply, body: 'Stored in time', author: 'Ann' };
    const stored = await ann.post(`${article}/comments`, fields);
    expect(stored.status).toBe(303);

    const file = join(world().articlesDir, 'open-letter.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('comments: open', 'comments: closed'));
    const deadline = performance.now() + 10_000;
    while (!(await ann.open(article)).html.includes('Replies are closed') && performance.now() < deadline)
      await wait(20);

    const again = await ann.post(`${article}/comments`, fields);
    expect([again.status, again.headers.location]).toEqual([303, stored.headers.location]);
    const late = await ann.post(`${article}/comments`, { ...other.reply, body: 'Too late', author: 'Ann' });
    expect([late.status, late.reply.body]).toEqual([403, 'Too late']);
  });
});
