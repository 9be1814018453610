import { afterEach, beforeEach, describe } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Counts } from '../../../src/comments/learning/bayes.ts';
import { createLearning, type LearningParts } from '../../../src/comments/learning/filter.ts';
import { everything } from '../../../src/comments/learning/learning.ts';
import { createModeration } from '../../../src/comments/moderation.ts';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../../store/samples.ts';
import { engines, type OpenedStore } from '../../support/engines.ts';

export const bodies = [
  'Cheap watches',
  'A cheap pill',
  'The harbour wall',
  'A wall of watches',
  'Thank you all',
] as const;
export const ids = bodies.map((_body, at) => idOf(at));

/** Five comments that wait, moderators who decide on them, and a filter that learns from it. */
export interface School {
  readonly store: Store;
  /** As another process has it, where the engine can. */
  another(): Promise<Store>;
  moderation(): ReturnType<typeof createModeration>;
  /** One that reads, or is told otherwise, as `parts` say. */
  learning(parts?: Partial<LearningParts>): ReturnType<typeof createLearning>;
}

const keyed = (purpose: string, text: string): string => `${purpose}-${text}`.padEnd(12, '-');

/** Runs the tests on every engine of this run, each on a database of its own. */
export function describeLearning(title: string, tests: (school: () => School) => void): void {
  describe.each(engines.map((engine) => [engine.name, engine] as const))(`${title} (%s)`, (_name, engine) => {
    let opened: OpenedStore;
    let time = 0;
    const now = (): number => (time += 1);
    beforeEach(async () => {
      opened = await engine.open();
      for (const [at, body] of bodies.entries()) await opened.store.comments.add(aComment(at, { body }), thread);
    });
    afterEach(() => opened.close());
    tests(() => ({
      store: opened.store,
      another: () => (engine.lasting ? opened.reopen() : Promise.resolve(opened.store)),
      moderation: () => createModeration({ ...opened.store, perPage: 10, newId, now }),
      learning: (parts = {}) => createLearning({ ...opened.store, keyed, now, ...parts }),
    }));
  });
}

const vocabulary = 'a all cheap harbour of pill thank the wall watches you'.split(' ').map((word) => `word:${word}`);

/** All that is known of the words of these comments. */
export const known = (store: Store): Promise<ReadonlyMap<string, Counts>> =>
  store.learning.countsOf([everything, ...vocabulary]);

export const count = async (store: Store, token: string): Promise<Counts | undefined> =>
  (await store.learning.countsOf([token])).get(token);
