import { describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import { engines } from '../support/engines.ts';
import { aChallenge, aComment, thread } from './samples.ts';

describe('openStore', () => {
  test.each(['mysql://u:secret@h/db', 'sqlite:///tmp/x.db', '', 'postgres:'])(
    'refuses %j, and says why',
    async (databaseUrl) => {
      const opening = openStore({ databaseUrl, dataDir: '/nowhere', now: Date.now });
      await expect(opening).rejects.toThrow(/^DATABASE_URL must be .*postgres:\/\/$/);
      await expect(opening).rejects.not.toThrow('secret');
    },
  );

  test.each(engines)('$name: ready while open, and not after', async (engine) => {
    const { store, close } = await engine.open();
    await store.check();
    await close();
    await expect(store.check()).rejects.toThrow();
  });

  test.each(engines.filter((engine) => engine.lasting))(
    '$name: what was stored is there at the next start',
    async (engine) => {
      const place = await engine.provide();
      const before = await openStore({ ...place, now: Date.now });
      await before.challenges.add(aChallenge('a'), 8);
      await before.transaction(({ comments }) => comments.add(aComment(1), thread));
      await before.close();
      const after = await openStore({ ...place, now: Date.now });
      expect(await after.comments.byId(aComment(1).id)).toEqual(aComment(1));
      expect(await after.challenges.find('a', 'session-of-ann', 'comment:tides')).toEqual(aChallenge('a'));
      await after.close();
      await place.remove();
    },
  );
});
