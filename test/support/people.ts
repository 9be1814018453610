import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import pino from 'pino';
import request, { type Response } from 'supertest';
import { assemble } from '../../src/assemble.ts';
import { checkOptions } from '../../src/options.ts';
import { newAddress } from './addresses.ts';
import { openBrowser } from './browser.ts';
import type { Engine } from './engines.ts';

/** Everybody who can come to a site. The first five have nothing to say, though four of them are owners. */
export const personNames = ['anonymous', 'signed out', 'idle', 'expired', 'disabled', 'moderator', 'owner'] as const;
export type PersonName = (typeof personNames)[number];

/** An application, and the cookies with which they come. */
export interface People {
  readonly app: Express;
  request(name: PersonName, method: 'get' | 'post', address: string, body: string): Promise<Response>;
  close(): Promise<void>;
}

const password = 'correct horse battery';
const hourMs = 3_600_000;

export async function openPeople(engine: Engine): Promise<People> {
  const place = await engine.provide();
  const articles = await mkdtemp(join(tmpdir(), 'articles-'));
  const clock = { now: Date.UTC(2022, 0, 14, 9) };
  const { databaseUrl, dataDir: data } = place;
  const own = { databaseUrl, data, articles, metricsToken: password, now: () => clock.now };
  const options = checkOptions({ ...own, sessionIdleHours: 10, sessionHours: 24 });
  const assembled = await assemble({ ...options, log: pino({ level: 'silent' }) });
  const { app, signIn, people } = assembled;
  app.set('trust proxy', 'loopback');
  for (const name of personNames.toReversed())
    await signIn.enrol(emailOf(name), password, { role: name === 'moderator' ? name : 'owner' });

  const cookies = new Map<PersonName, string>([['anonymous', '']]);
  const isIn = async (name: PersonName): Promise<boolean> =>
    (
      await request(app)
        .get('/account')
        .set('cookie', cookies.get(name) ?? '')
    ).status === 200;
  const enter = async (name: PersonName): Promise<void> => {
    const browser = openBrowser(app, { 'x-forwarded-for': newAddress() });
    const page = await browser.open('/sign-in');
    const entered = await browser.submit(page, 'form[action="/sign-in"]', { email: emailOf(name), password });
    cookies.set(name, /\bsid=[^;]+/.exec(String(entered.headers['set-cookie']))?.[0] ?? '');
    if (!(await isIn(name))) throw new Error(`${name} cannot sign in`);
  };
  const send: People['request'] = async (name, method, address, body) => {
    const asked = request(app)
      [method](address)
      .set('sec-fetch-site', 'same-origin')
      .set({ 'x-forwarded-for': newAddress(), cookie: cookies.get(name) ?? '' });
    return method === 'get' ? asked.buffer(true).parse(textOrBeginning) : asked.type('form').send(body);
  };

  await enter('expired');
  clock.now += 9 * hourMs;
  await isIn('expired');
  await enter('idle');
  clock.now += 9 * hourMs;
  await isIn('expired');
  clock.now += 6.5 * hourMs;
  for (const name of ['signed out', 'disabled', 'moderator', 'owner'] as const) await enter(name);
  await send('signed out', 'post', '/sign-out', '');
  const { moderators } = await people.everybody();
  await people.change(moderators.find(({ email }) => email === emailOf('disabled'))?.id ?? '', 'disable');

  return {
    app,
    async request(name, method, address, body) {
      const answer = await send(name, method, address, body);
      const left = method === 'post' && (name === 'moderator' || name === 'owner') && !(await isIn(name));
      if (left) await enter(name);
      return answer;
    },
    async close() {
      await assembled.close();
      await place.remove();
      await rm(articles, { recursive: true });
    },
  };
}

/** What answers in pieces has no end to wait for: its first one is enough. */
function textOrBeginning(response: Response, done: (error: Error | null, body: object) => void): void {
  const answer = response as unknown as IncomingMessage & { text: string };
  answer.text = '';
  answer.setEncoding('utf8').on('data', (part: string) => {
    answer.text += part;
    if (answer.headers['content-type'] !== 'text/event-stream') return;
    done(null, {});
    answer.destroy();
  });
  answer.on('end', () => done(null, {}));
}

const emailOf = (name: PersonName): string => `${name.replace(' ', '-')}@example.org`;
