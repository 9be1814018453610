import { expect, test } from '@jest/globals';
import express from 'express';
import pino from 'pino';
import request from 'supertest';
import { requestLog } from '../../src/http/log.ts';

test('an error is logged with what names the fault, without the row that a database adds to it', async () => {
  const lines: string[] = [];
  const app = express().use(requestLog(pino({}, { write: (line: string) => void lines.push(line) })));
  app.get('/', (req, res) => {
    const detail = 'Failing row contains (canary, canary@example.org)';
    req.log.error({ err: Object.assign(new Error('null value'), { code: '23502', detail }) }, 'request failed');
    res.status(500).end();
  });
  await request(app).get('/?token=canary').expect(500);
  const [failure, line] = lines.map((each) => JSON.parse(each));
  expect(failure.err).toEqual({
    type: expect.any(String),
    message: 'null value',
    code: '23502',
    stack: expect.any(String),
  });
  expect(line).toMatchObject({ method: 'GET', path: '/', status: 500, network: '127.0.0.0/24', msg: 'request failed' });
  expect(failure.reqId).toBe(line.reqId);
  expect(lines.join()).not.toContain('canary');
});
