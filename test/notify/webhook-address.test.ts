import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { Bulletin } from '../../src/comments/bulletin.ts';
import type { Entry } from '../../src/comments/outbox.ts';
import { createWebhook, type WebhookParts } from '../../src/notify/webhook.ts';
import { openHookServer } from '../support/hook-server.ts';

const hook = await openHookServer();
afterEach(() => {
  hook.calls.length = 0;
  hook.answers.length = 0;
});
afterAll(() => hook.close());

const entry: Entry = {
  ...{ id: 'e', channel: 'webhook', occasion: 'held', about: 'c', recipient: null, lane: 'tides', error: null },
  ...{ dueAt: 0, createdAt: 0, attempts: 1, failedAt: null },
};

function call(host: string, more: Partial<WebhookParts> = {}) {
  const bulletin = { type: 'comment.held' } as Bulletin;
  const { signal } = new AbortController();
  const parts = { secret: 's'.repeat(32), allow: [], bulletinOf: async () => bulletin, now: () => 0, signal };
  return createWebhook({ ...parts, url: `http://${host}:${hook.port}/`, ...more })(entry);
}

const closed = [
  ...['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '[::]'],
  ...['10.0.0.1', '192.168.1.1', '172.16.0.1', '169.254.169.254', '100.64.0.1', '[fc00::1]', '[fe80::1]'],
  ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '224.0.0.1', '255.255.255.255'],
];

test.each(closed)('%s is not called, though another host is allowed', async (host) => {
  await expect(call(host, { allow: ['example.org'] })).rejects.toThrow(/WEBHOOK_ALLOW/);
  expect(hook.calls).toEqual([]);
});

const near = { address: '127.0.0.1', family: 4 };
const far = { address: '93.184.215.14', family: 4 };

test('a name with one private address among public ones is not called', async () => {
  await expect(call('hooks.example', { resolve: async () => [far, near] })).rejects.toThrow(/WEBHOOK_ALLOW/);
  expect(hook.calls).toEqual([]);
});

test('a name is looked up once, and what was checked is what is called', async () => {
  const asked: string[] = [];
  const resolve = async (hostname: string) => {
    asked.push(hostname);
    return [near];
  };
  expect(await call('hooks.example', { allow: ['hooks.example'], resolve })).toBe('sent');
  expect([asked, hook.calls.length]).toEqual([['hooks.example'], 1]);
  expect(hook.calls[0]?.headers.host).toBe(`hooks.example:${hook.port}`);
});

test('a redirect is not followed', async () => {
  hook.answers.push(307);
  await expect(call('127.0.0.1', { allow: ['127.0.0.1'] })).rejects.toThrow('The webhook answered 307.');
  expect(hook.calls).toHaveLength(1);
});

test('whoever does not answer is not waited for', async () => {
  hook.answers.push('never');
  await expect(call('127.0.0.1', { allow: ['127.0.0.1'], patience: 50 })).rejects.toThrow(/abort/i);
});

test('whoever answers without end is not listened to', async () => {
  hook.answers.push('endless');
  await expect(call('127.0.0.1', { allow: ['127.0.0.1'] })).rejects.toThrow(/64 KB/);
});
