import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { createModeration } from '../src/comments/moderation.ts';
import { openStore } from '../src/store/open.ts';
import { aComment, idOf, thread } from './store/samples.ts';

const bin = fileURLToPath(new URL('../bin/leave-a-reply.js', import.meta.url));

test('log verify names the first decision that was tampered with', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'log-'));
  const store = await openStore({ databaseUrl: 'sqlite:', dataDir, now: Date.now });
  for (const number of [1, 2, 3]) await store.comments.add(aComment(number), thread);
  const moderation = createModeration({ ...store, perPage: 10, now: Date.now, newId });
  await moderation.decide('approve', { ids: [1, 2, 3].map(idOf) }, 'mo');
  await moderation.decide('trash', { ids: [idOf(2)] }, 'mo');
  await store.close();

  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  const verify = () => spawnSync(process.execPath, [bin, 'log', 'verify'], { encoding: 'utf8', env });
  expect(verify()).toMatchObject({ status: 0, stdout: 'All 4 decisions are as they were written.\n' });
  const file = new Database(join(dataDir, 'comments.db'));
  file.prepare("update decisions set moderator_id = 'eve' where number = 3").run();
  expect(verify()).toMatchObject({ status: 1, stdout: '' });
  expect(verify().stderr).toBe(
    'Decision 3 is not as it was written, or one before it is missing; those up to 2 are.\n',
  );
  file.prepare("update decisions set moderator_id = 'mo' where number = 3").run();
  file.prepare('delete from decisions where number = 1').run();
  expect(verify().stderr).toContain('Decision 2 is not as it was written');
  file.close();
  await rm(dataDir, { recursive: true });
});
