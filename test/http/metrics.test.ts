import { describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import type { BreakerState } from '../../src/comments/guard-report.ts';
import { createMetrics } from '../../src/http/metrics.ts';

const token = 'a-token-of-some-length';
const calm: BreakerState = { open: false, wrongLately: 0, wrongToday: 0, rightToday: 0 };

describe('GET /metrics', () => {
  test.each([
    ['without a token', {}],
    ['with another token', { authorization: 'Bearer another-token-of-it' }],
    ['with the start of it', { authorization: `Bearer ${token.slice(0, -1)}` }],
    ['with more than it', { authorization: `Bearer ${token}, Bearer ${token}` }],
    ['with the token alone', { authorization: token }],
    ['with the token as a password', { authorization: `Basic ${btoa(`${token}:${token}`)}` }],
    ['with an empty token', { authorization: 'Bearer ' }],
  ])('is not there %s', async (_how, headers) => {
    const answer = await request(site().app).get('/metrics').set(headers);
    expect([answer.status, answer.text]).toEqual([404, 'no such page']);
    expect((await request(site().app).get(`/metrics?token=${token}`)).status).toBe(404);
  });

  test('counts by outcome, rule and limit, and is never stored', async () => {
    const { app, metrics } = site();
    metrics.tally.count('issued');
    metrics.tally.count('issued');
    metrics.tally.count('held', 'links');
    metrics.tally.count('refused', 'held-site');
    const answer = await read(app);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(linesOf(answer.text, 'leave_a_reply_guard_total')).toEqual([
      'leave_a_reply_guard_total{what="issued",rule=""} 2',
      'leave_a_reply_guard_total{what="held",rule="links"} 1',
      'leave_a_reply_guard_total{what="refused",rule="held-site"} 1',
    ]);
    expect(answer.text).toMatch(/^process_resident_memory_bytes \d+/m);
  });

  test('a network never becomes a label', async () => {
    const { app, metrics } = site();
    metrics.tally.count('network', 'k3yed-h4sh');
    const { text } = await read(app);
    expect(text).not.toContain('k3yed-h4sh');
    expect(linesOf(text, 'leave_a_reply_guard_total')).toEqual([]);
  });

  test('says whether strangers are held now; without the database it says that it does not know', async () => {
    let state = async (): Promise<BreakerState> => calm;
    const { app } = site(() => state());
    expect(linesOf((await read(app)).text, 'leave_a_reply_breaker_open')).toEqual(['leave_a_reply_breaker_open 0']);
    state = async () => ({ ...calm, open: true });
    expect(linesOf((await read(app)).text, 'leave_a_reply_breaker_open')).toEqual(['leave_a_reply_breaker_open 1']);
    state = () => Promise.reject(new Error('gone'));
    const answer = await read(app);
    expect(answer.status).toBe(200);
    expect(linesOf(answer.text, 'leave_a_reply_breaker_open')).toEqual(['leave_a_reply_breaker_open Nan']);
  });

  test('two applications in one process count apart', async () => {
    const [one, other] = [site(), site()];
    one.metrics.tally.count('passed');
    expect(linesOf((await read(one.app)).text, 'leave_a_reply_guard_total')).toHaveLength(1);
    expect(linesOf((await read(other.app)).text, 'leave_a_reply_guard_total')).toEqual([]);
  });
});

/** An application of its own around /metrics. */
function site(breaker: () => Promise<BreakerState> = async () => calm) {
  const metrics = createMetrics({ token, breaker });
  const app = express();
  app.get('/metrics', metrics.route);
  app.use((_req, res) => void res.status(404).send('no such page'));
  return { app, metrics };
}

const read = (app: express.Express) => request(app).get('/metrics').set('authorization', `Bearer ${token}`);

const linesOf = (text: string, name: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith(name));
