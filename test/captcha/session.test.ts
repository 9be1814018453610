import { describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { createMemoryStore, mathCaptcha } from '../../src/captcha/index.ts';
import { hostOf, page, read, visit, visits } from './host.ts';

describe('the session', () => {
  test('is saved, and not cached, exactly where a sum is asked', async () => {
    const app = hostOf();
    const asked = await request(app).get('/contact');
    const other = await request(app).get('/other');
    expect([asked.get('Set-Cookie')?.length, asked.get('Cache-Control')]).toEqual([1, 'private, no-store']);
    expect([other.get('Set-Cookie'), other.get('Cache-Control')]).toEqual([undefined, undefined]);
  });

  test('keeps eight sums opened at once', async () => {
    const { agent } = await visit();
    const tabs = await Promise.all(Array.from({ length: 8 }, () => agent.get('/contact')));
    const sums = tabs.map(({ text }) => read(text)).map(({ challenge, response }) => ({ challenge, response }));
    for (const sum of sums) await agent.post('/contact').type('form').send(sum).expect(200);
  });

  test('is missing: the request fails with the remedy', async () => {
    const app = express();
    app.use(mathCaptcha());
    app.get('/', (_req, res) => res.send('never'));
    app.use((error: Error, _req: unknown, res: express.Response, _next: unknown) =>
      res.status(500).send(error.message),
    );
    const { text } = await request(app).get('/').expect(500);
    expect(text).toContain('Mount express-session before it');
  });

  test('a sum of one form is no good for another', async () => {
    const store = createMemoryStore({ most: 10 });
    const app = hostOf({ store, purpose: 'contact' });
    app.use('/order', mathCaptcha({ store, purpose: 'order' }));
    app.post('/order', async (req, res) => res.send((await req.captcha.check()).outcome));
    const agent = request.agent(app);
    const { challenge, response } = read((await agent.get('/contact')).text);
    await agent.post('/order').type('form').send({ challenge, response }).expect('unknown');
    await agent.post('/contact').type('form').send({ challenge, response }).expect(200);
  });
});

describe('time', () => {
  test('an old sum has expired; the new one remembers when the form was first shown', async () => {
    let now = 1000;
    const seen: number[] = [];
    const app = express().use(visits(), express.urlencoded({ extended: false }));
    app.use(mathCaptcha({ lifetime: 500, now: () => now }));
    app.get('/', async (req, res) => res.send(page(await req.captcha.ask())));
    app.post('/', async (req, res) => {
      const verdict = await req.captcha.check();
      if (verdict.outcome !== 'unknown') seen.push(verdict.challenge.firstIssuedAt);
      return res.set('Outcome', verdict.outcome).send(page(await req.captcha.ask()));
    });
    const agent = request.agent(app);
    let { challenge, response } = read((await agent.get('/')).text);
    const outcomes = [];
    for (const waited of [500, 499]) {
      now += waited;
      const answer = await agent.post('/').type('form').send({ challenge, response });
      outcomes.push(answer.get('Outcome'));
      ({ challenge, response } = read(answer.text));
    }
    expect([outcomes, seen]).toEqual([
      ['expired', 'passed'],
      [1000, 1000],
    ]);
  });
});
