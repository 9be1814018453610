import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { SessionData } from 'express-session';
import session from 'express-session';
import type { Store } from '../../../src/store/store.ts';
import type { World } from './world.ts';

const minute = 60_000;

export function sessionsContract(world: World): void {
  describe('sessions', () => {
    test('a session comes back as it was kept, in every process, until it is destroyed', async () => {
      const { get, set, destroy } = calls(world.store());
      await set('sid', until(world.now() + minute, { note: 'ключ 🗝' }));
      expect(await calls(await world.another()).get('sid')).toMatchObject({ note: 'ключ 🗝' });
      expect(await get('SID')).toBeNull();
      await destroy('sid');
      expect(await get('sid')).toBeNull();
    });

    test('setting again replaces what was kept', async () => {
      const { get, set } = calls(world.store());
      await set('sid', until(world.now() + minute, { note: 'one' }));
      await set('sid', until(world.now() + 3 * minute, { note: 'two' }));
      world.pass(2 * minute);
      expect(await get('sid')).toMatchObject({ note: 'two' });
    });

    test('a session ends with its cookie, before anybody sweeps', async () => {
      const { get, set } = calls(world.store());
      await set('sid', until(world.now() + minute));
      world.pass(minute - 1);
      expect(await get('sid')).not.toBeNull();
      world.pass(1);
      expect(await get('sid')).toBeNull();
    });

    test('a cookie without an end is kept for a day', async () => {
      const { get, set } = calls(world.store());
      await set('sid', { cookie: new session.Cookie() } as SessionData);
      world.pass(24 * 60 * minute - 1);
      expect(await get('sid')).not.toBeNull();
      world.pass(1);
      expect(await get('sid')).toBeNull();
    });

    test('touching prolongs, at most once a minute, and makes no session', async () => {
      const { get, set, touch } = calls(world.store());
      await set('sid', until(world.now() + 2 * minute));
      world.pass(minute - 1);
      await touch('sid', until(world.now() + 2 * minute));
      world.pass(minute + 1);
      expect(await get('sid')).toBeNull();
      await set('sid', until(world.now() + 2 * minute));
      world.pass(minute);
      await touch('sid', until(world.now() + 2 * minute));
      world.pass(2 * minute - 1);
      expect(await get('sid')).not.toBeNull();
      await touch('unknown', until(world.now() + minute));
      expect(await get('unknown')).toBeNull();
    });

    test('sweeping leaves the living', async () => {
      const { get, set } = calls(world.store());
      const start = world.now();
      await set('old', until(start + minute));
      await set('living', until(start + minute + 1));
      await world.store().sweep(start + minute);
      expect(await get('old')).toBeNull();
      expect(await get('living')).not.toBeNull();
    });
  });
}

/** A session whose cookie ends at `end`, epoch milliseconds. */
function until(end: number, data: object = {}): SessionData {
  const cookie = new session.Cookie();
  cookie.expires = new Date(end);
  return { cookie, ...data };
}

/** express-session's calls as promises. */
function calls({ sessions }: Store) {
  return {
    get: promisify(sessions.get.bind(sessions)),
    set: promisify<string, SessionData>(sessions.set.bind(sessions)),
    destroy: promisify<string>(sessions.destroy.bind(sessions)),
    touch: (sid: string, data: SessionData) => new Promise<void>((done) => sessions.touch?.(sid, data, done)),
  };
}
