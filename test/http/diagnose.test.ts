import { expect, test } from '@jest/globals';
import express from 'express';
import pino from 'pino';
import request from 'supertest';
import { diagnose } from '../../src/http/diagnose.ts';

/** What is said of requests that come by way of 127.0.0.1 with this header. */
async function saidOf(trusted: string | false, secure: boolean, headers: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line).msg) });
  const app = express().set('trust proxy', trusted).use(diagnose(log, secure));
  for (let times = 0; times < 2; times += 1) await request(app).get('/').set(headers);
  return said;
}

const forwarded = { 'x-forwarded-for': '192.168.0.7', 'x-forwarded-proto': 'https' };

test('a proxy that is not trusted is told once: all visitors would be one', async () => {
  const said = await saidOf(false, false, forwarded);
  expect(said).toEqual([expect.stringContaining('Name its address in TRUST_PROXY')]);
  expect(await saidOf('192.0.2.1', false, forwarded)).toHaveLength(1);
});

test('TLS that ends in front of a server that does not know it is told once', async () => {
  expect(await saidOf(false, true, {})).toEqual([expect.stringContaining('came in as plain http')]);
});

test('a proxy that is trusted, or none at all, is nothing to tell', async () => {
  expect(await saidOf('loopback', true, forwarded)).toEqual([]);
  expect(await saidOf(false, false, {})).toEqual([]);
});
