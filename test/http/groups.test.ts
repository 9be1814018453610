import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { engines } from '../support/engines.ts';
import { openWorld, type World, writeReply } from '../support/world.ts';

const files = engines.find(({ name }) => name === 'SQLite files');
const advertise = (number: number): string =>
  `Hello ${number}, order the finest watches of the whole town at half the price, delivered to your door within three days.`;

describe('a storm of one text with changes', () => {
  let world: World;
  beforeAll(async () => {
    if (!files) throw new Error('SQLite files are always there');
    world = await openWorld(files);
  });
  afterAll(() => world.close());

  test('is one row, and each new copy is compared with the first alone, however many came before', async () => {
    for (let number = 1; number <= 5; number += 1) await writeReply(world.visitor(), { body: advertise(number) });
    await writeReply(world.visitor(), {
      body: 'What did the council say about the pier, and when does it open again for us?',
    });
    const mo = await world.moderator();
    const rows = (await mo.open('/moderation')).$('.row').toArray();
    expect(rows.length).toBe(2);
    const database = new Database(join(world.dataDir, 'comments.db'), { readonly: true });
    const kept = database.prepare('select count(distinct comment_id) from sketches').pluck().get();
    database.close();
    expect(kept).toBe(2);
  });
});
