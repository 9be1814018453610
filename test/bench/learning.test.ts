import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { seeded } from '../../bench/attack/seeded.ts';
import { collection } from '../../bench/learning/collection.ts';
import { conclude, figuresOf, tableOf } from '../../bench/learning/figures.ts';
import { countingSockets } from '../../bench/learning/sockets.ts';
import { type Outcome, tryOut } from '../../bench/learning/trial.ts';
import { engines } from '../support/engines.ts';

test('the same seed draws the same comments, of both kinds, in the order of their days; another one others', () => {
  const drawn = collection(seeded(7), 400);
  expect(collection(seeded(7), 400)).toEqual(drawn);
  expect(collection(seeded(8), 400)).not.toEqual(drawn);
  const days = drawn.map(({ createdAt }) => Math.floor(createdAt / 86_400_000));
  expect(days).toEqual(days.toSorted((one, other) => one - other));
  expect(new Set(drawn.map(({ label }) => label)).size).toBe(2);
});

test.each(engines)('on a short year the filter is right about most, and opens no socket ($name)', async (engine) => {
  const opened = await engine.open();
  const draw = seeded(3);
  const { result, opened: sockets } = await countingSockets(() => tryOut(opened.store, collection(draw, 500), draw));
  await opened.close();
  const { precision, recall } = figuresOf(result);
  expect(precision).toBeGreaterThan(0.95);
  expect(recall).toBeGreaterThan(0.4);
  expect(recall).toBeLessThan(1);
  expect(tableOf(result)).toMatch(/\| precision \| [01]\.\d{3} \|/);
  if (engine.name !== 'PostgreSQL') expect(sockets).toBe(0);
});

describe('a socket is counted:', () => {
  test.each([
    ['TCP', listen],
    ['UDP', bind],
    ['asking for a name', () => lookup('localhost')],
    ['HTTP', () => once(get('http://127.0.0.1:1'), 'error')],
  ])('%s', async (_name, act) => {
    const { opened } = await countingSockets<unknown>(act);
    expect(opened).toBeGreaterThan(0);
  });

  test('and fails the run', () => {
    expect(conclude(outcome(true, 9, 1), 1)).toEqual({ sentence: expect.stringContaining('network'), code: 1 });
    expect(conclude(outcome(true, 9, 1), 0).code).toBe(0);
  });
});

test('too many honest comments held, or too little spam, fails the run', () => {
  expect(conclude(outcome(true, 5, 5), 0).code).toBe(0);
  expect(conclude(outcome(false, 5, 5), 0)).toEqual({ sentence: expect.stringContaining('precision'), code: 1 });
  expect(conclude(outcome(true, 4, 6), 0)).toEqual({ sentence: expect.stringContaining('recall'), code: 1 });
  expect(figuresOf({ results: [] })).toEqual({ precision: 0, recall: 0, wronglyHeld: 0, honest: 0 });
});

/** Ten of spam, so many held and let pass, and one honest comment, let pass if `right`. */
function outcome(right: boolean, held: number, passed: number): Outcome {
  const [honest] = collection(seeded(1), 20).filter(({ label }) => label === 'honest');
  const [spam] = collection(seeded(1), 20).filter(({ label }) => label === 'spam');
  if (!honest || !spam) throw new Error('Twenty comments without one of each kind');
  const results = [
    { comment: honest, score: 0, held: !right },
    ...Array.from({ length: held }, () => ({ comment: spam, score: 1, held: true })),
    ...Array.from({ length: passed }, () => ({ comment: spam, score: 0, held: false })),
  ];
  return { learned: { spam: 0, honest: 0 }, results, tokens: 0, microseconds: 0 };
}

async function listen(): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise((resolve) => server.close(resolve));
}

async function bind(): Promise<void> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => socket.close(resolve));
}
