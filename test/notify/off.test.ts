import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { CommentsOptions } from '../../src/options.ts';
import { engines } from '../support/engines.ts';
import { openWorld, writeReply } from '../support/world.ts';

const mail = { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'comments@news.example' };
const files = engines.find(({ name }) => name === 'SQLite files');

describe('where nothing is configured', () => {
  test.each<readonly [string, CommentsOptions, string | null]>([
    ['nothing', {}, null],
    ['no address of the site', mail, 'No mail is sent: it needs BASE_URL too.'],
    ['no sender', { smtpUrl: mail.smtpUrl }, 'No mail is sent: it needs MAIL_FROM and BASE_URL too.'],
    ['no secret', { webhookUrl: 'https://hooks.example/' }, 'No webhook is called: it needs WEBHOOK_SECRET too.'],
  ])('%s: nothing is offered or written, and the log says why', async (_what, options, sentence) => {
    if (!files) throw new Error('There are no SQLite files to look into');
    const world = await openWorld(files, options);
    const page = await world.visitor().open('/articles/open-letter');
    expect(page.$('[name=follow]')).toHaveLength(0);
    const posted = await writeReply(world.visitor(), { body: 'Heard by nobody.', email: 'a@b.example', follow: '1' });
    expect(posted.status).toBe(303);
    await (await world.comments.ready).deliver();
    const database = new Database(join(world.dataDir, 'comments.db'), { readonly: true });
    const count = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get();
    expect([count('outbox'), count('followers'), count('comments')]).toEqual([0, 0, 1]);
    database.close();
    expect(world.logged.join().includes('is sent') || world.logged.join().includes('is called')).toBe(
      sentence !== null,
    );
    if (sentence) expect(world.logged.join()).toContain(sentence);
    await world.close();
  });
});
