import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { engines } from '../support/engines.ts';
import { article, idOf, openWorld, writeReply } from '../support/world.ts';

test.each(['reply', 'edit'] as const)(
  'a database that cannot be written costs a moderator no text: %s',
  async (form) => {
    const engine = engines.find(({ name }) => name === 'SQLite files');
    if (!engine) throw new Error('No engine with files');
    const world = await openWorld(engine);
    const id = idOf(await writeReply(world.visitor(), { body: 'Words before' }));
    const mo = await world.moderator();
    const page = await mo.open(`/moderation/comments/${id}`);
    const other = new Database(join(world.dataDir, 'comments.db'));
    other.exec('begin immediate');
    const body = '\nNot lost';
    const away = await mo.submit(page, `form[action$="/${form}"]`, { body });
    expect([away.status, away.headers['retry-after'], away.$('textarea').text()]).toEqual([503, '5', body]);
    expect(away.$('title').text()).toMatch(/^Error: /);
    other.exec('rollback');
    other.close();
    const again = await mo.submit(away, `form[action$="/${form}"]`);
    expect(again.headers.location).toContain(`done=${form}`);
    await mo.post('/moderation', { csrf: String(page.$('[name=csrf]').attr('value')), ids: id, action: 'approve' });
    expect((await world.visitor().open(article)).html).toContain('Not lost');
    await world.close();
  },
);
