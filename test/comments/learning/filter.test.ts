import { expect, test } from '@jest/globals';
import { everything } from '../../../src/comments/learning/learning.ts';
import { aComment, idOf, thread } from '../../store/samples.ts';
import { bodies, count, describeLearning, known } from './school.ts';

describeLearning('the filter', (school) => {
  test('a reset forgets all, an undo of what was decided before takes nothing away, and new decisions teach', async () => {
    const { store } = school();
    const moderation = school().moderation();
    const learning = school().learning();
    const before = await moderation.decide('spam', { ids: [idOf(0), idOf(1)] }, 'mo');
    await learning.catchUp();
    await learning.reset();
    expect(await known(store)).toEqual(new Map());
    const trashed = await moderation.decide('trash', { ids: [idOf(1)] }, 'mo');
    await moderation.undo(trashed.batch ?? '', 'mo');
    await learning.catchUp();
    // It is spam again, by a decision that is forgotten.
    expect(await known(store)).toEqual(new Map());
    await moderation.undo(before.batch ?? '', 'mo');
    await moderation.decide('approve', { ids: [idOf(0)] }, 'mo');
    expect(await learning.state()).toMatchObject({ spam: 0, honest: 1, behind: 0, resetAt: expect.any(Number) });
  });

  test('a text that is to be erased or changed is unlearned first, and learned anew by the next entry about it', async () => {
    const { store } = school();
    const learning = school().learning();
    await school()
      .moderation()
      .decide('spam', { ids: [idOf(0), idOf(1)] }, 'mo');
    await learning.catchUp();
    await store.transaction((stores) => learning.forget(stores, [idOf(0)]));
    expect(await count(store, everything)).toEqual({ spam: 1, honest: 0 });
    expect(await count(store, 'word:watches')).toBeUndefined();
    const { batch } = await school()
      .moderation()
      .decide('trash', { ids: [idOf(0)] }, 'mo');
    await school()
      .moderation()
      .undo(batch ?? '', 'mo');
    await learning.catchUp();
    expect(await count(store, 'word:watches')).toEqual({ spam: 1, honest: 0 });
  });

  test('says nothing below fifty of each kind, and from then on what it thinks and why', async () => {
    const { store } = school();
    const learning = school().learning();
    const moderation = school().moderation();
    const many = [...Array(100).keys()].map((at) => aComment(100 + at, { body: bodies[at % 2 ? 0 : 2] ?? '' }));
    await store.transaction(async ({ comments }) => {
      for (const comment of many) await comments.add(comment, thread);
    });
    const [spam, honest] = [many.filter((_each, at) => at % 2), many.filter((_each, at) => at % 2 === 0)];
    await moderation.decide('spam', { ids: spam.map(idIn) }, 'mo');
    await moderation.decide('approve', { ids: honest.slice(1).map(idIn) }, 'mo');
    await learning.catchUp();
    const asked = [aComment(1, { body: 'Cheap pills' }), aComment(2, { body: 'The old harbour' })];
    expect(await learning.explain(asked)).toEqual(new Map());
    await moderation.decide('approve', { ids: honest.slice(0, 1).map(idIn) }, 'mo');
    await learning.catchUp();
    const opinions = await learning.explain(asked);
    expect(opinions.get(idOf(1))?.score).toBeGreaterThan(0.5);
    expect(opinions.get(idOf(1))?.weighed[0]).toEqual({ token: 'word:cheap', weight: expect.any(Number) });
    expect(opinions.get(idOf(2))?.score).toBeLessThan(0.5);
    const [first] = asked;
    expect(first && (await learning.classify(store, first))).toEqual(opinions.get(idOf(1)));
    const { strongest } = await learning.state();
    expect(strongest.spam.map(({ token }) => token)).toEqual(['word:cheap', 'word:watches']);
    expect(strongest.honest[0]).toEqual({ token: 'word:harbour', spam: 0, honest: 50 });
  });
});

const idIn = ({ id }: { readonly id: string }): string => id;
