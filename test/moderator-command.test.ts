import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore } from '../src/store/open.ts';
import { aVisit } from './store/samples.ts';

const bin = fileURLToPath(new URL('../bin/leave-a-reply.js', import.meta.url));
const password = 'correct horse battery';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'moderators-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

function moderator(args: readonly string[], input = `${password}\n`) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  return spawnSync(process.execPath, [bin, 'moderator', ...args], { encoding: 'utf8', env, input });
}

test('the first moderator is an owner, others are what is asked for', () => {
  expect(moderator(['add', 'first@example.org', '--role', 'moderator'])).toMatchObject({
    status: 1,
    stderr: 'The first moderator has to be an owner.\n',
  });
  expect(moderator(['add', 'ann@example.org', '--name', 'Ann Berg']).stdout).toBe(
    'ann@example.org can sign in now, as an owner.\n',
  );
  expect(moderator(['add', 'bob@example.org']).stdout).toBe('bob@example.org can sign in now, as a moderator.\n');
  expect(moderator(['add', 'eve@example.org', '--role', 'owner']).stdout).toContain('as an owner');
  expect(moderator(['add', 'eve@example.org'])).toMatchObject({ status: 1, stdout: '' });
  const odd = moderator(['add', 'dan@example.org', '--role', 'king']);
  expect([odd.status, odd.stderr]).toEqual([1, expect.stringContaining('owner, moderator')]);
});

test('a password that is forgotten and an authenticator that is lost end all sessions, and nothing else', async () => {
  const open = () => openStore({ databaseUrl: 'sqlite:', dataDir, now: Date.now });
  const before = await open();
  const ann = await before.people.moderators.byEmail('ann@example.org');
  const moderatorId = ann?.id ?? '';
  await before.people.secondFactors.set(moderatorId, { secret: 'JBSWY3DPEHPK3PXP', usedStep: 1 }, ['code']);
  await before.people.visits.add(aVisit('one', '', { moderatorId }));
  await before.close();

  expect(moderator(['password', 'Ann@example.org'], 'too short\n').stderr).toContain('at least 12 characters');
  expect(moderator(['password', 'nobody@example.org']).stderr).toContain('There is no moderator');
  expect(moderator(['password', 'ann@example.org'], 'another long password\n')).toMatchObject({ status: 0 });
  const between = await open();
  const changed = await between.people.moderators.byEmail('ann@example.org');
  expect(changed).toEqual({
    ...ann,
    passwordHash: expect.any(String),
    secondFactor: { secret: 'JBSWY3DPEHPK3PXP', usedStep: 1 },
  });
  expect(changed?.passwordHash).not.toBe(ann?.passwordHash);
  expect(await between.people.visits.of(moderatorId)).toEqual([]);
  await between.people.visits.add(aVisit('two', '', { moderatorId }));
  await between.close();

  expect(moderator(['reset-second-factor', 'ann@example.org'])).toMatchObject({ status: 0 });
  const after = await open();
  expect((await after.people.moderators.byEmail('ann@example.org'))?.secondFactor).toBeNull();
  expect(await after.people.visits.of(moderatorId)).toEqual([]);
  await after.close();
});
