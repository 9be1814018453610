import type { Store } from '../../../src/store/store.ts';

/** What a part of the contract may ask of the engine it runs over. Each test has a new, empty database. */
export interface World {
  store(): Store;
  /** The same database, opened once more where the engine can; else the same store. */
  another(): Promise<Store>;
  /** Epoch milliseconds, as sessions see it. */
  now(): number;
  pass(milliseconds: number): void;
}

/** `count` things at once; resolves to what they gave. */
export function atOnce<T>(count: number, act: (number: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => act(number)));
}
