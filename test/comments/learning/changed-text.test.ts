import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { createDesk } from '../../../src/comments/desk.ts';
import { createErasing } from '../../../src/comments/erasing.ts';
import { createLearning } from '../../../src/comments/learning/filter.ts';
import { createModeration } from '../../../src/comments/moderation.ts';
import { aComment, idOf, thread } from '../../store/samples.ts';
import { engines, type OpenedStore } from '../../support/engines.ts';

describe.each(engines.map((engine) => [engine.name, engine] as const))('what was learned (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let time = 0;
  beforeEach(async () => {
    opened = await engine.open();
    await opened.store.comments.add(
      aComment(1, { body: 'Herrings everywhere', html: '<p>Herrings everywhere</p>' }),
      thread,
    );
  });
  afterEach(() => opened.close());

  test('follows the text: an edit, its undo and an erasure leave nothing of the words that are gone', async () => {
    const { store } = opened;
    const now = (): number => (time += 1);
    const learning = createLearning({ ...store, keyed: (_purpose, text) => text, now });
    const parts = { ...store, perPage: 9, newId, now, forget: learning.forget, scrub: async () => {} };
    const [desk, moderation, erasing] = [createDesk(parts), createModeration(parts), createErasing(parts)];
    const known = async () => {
      await learning.catchUp();
      const counts = await store.learning.countsOf(['word:herrings', 'word:everywhere', 'word:nowhere']);
      return Object.fromEntries([...counts].map(([token, { honest }]) => [token.slice(5), honest]));
    };
    await moderation.decide('approve', { ids: [idOf(1)] }, 'mo');
    expect(await known()).toEqual({ herrings: 1, everywhere: 1 });
    const { batch } = await desk.edit(idOf(1), 'Herrings nowhere', null, 'mo');
    expect(await known()).toEqual({ herrings: 1, nowhere: 1 });
    await moderation.undo(batch ?? '', 'mo');
    expect(await known()).toEqual({ herrings: 1, everywhere: 1 });
    await erasing.erase([idOf(1)], 'mo');
    expect(await known()).toEqual({});
    expect(await store.learning.size()).toBe(0);
  });
});
