import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Bulletin } from '../comments/bulletin.ts';
import type { Entry } from '../comments/outbox.ts';
import type { Told } from '../comments/spreading.ts';
import { publicLookup, type Resolve, refusePrivate, resolveByDns } from './public-address.ts';

export interface WebhookParts {
  readonly url: string;
  readonly secret: string;
  /** Hosts that may be in a private network. */
  readonly allow: readonly string[];
  readonly bulletinOf: (entry: Entry) => Promise<Bulletin | null>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Aborted when the site stops: what is under way is tried again. */
  readonly signal: AbortSignal;
  readonly resolve?: Resolve;
  /** Milliseconds for one call together. */
  readonly patience?: number;
}

const usualPatience = 10_000;
/** Bytes of an answer that are read at most; none of them is used. */
const mostRead = 64 * 1024;

/**
 * Calls another program, one POST an entry, signed as Standard Webhooks 1.0 has it: HMAC-SHA-256 over id, time stamp and
 * body. Whoever gets it can tell what is ours, what is old and what came twice.
 */
export function createWebhook(parts: WebhookParts): (entry: Entry) => Promise<Told> {
  const { secret, allow, bulletinOf, now, signal, resolve = resolveByDns, patience = usualPatience } = parts;
  const url = new URL(parts.url);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const keyId = createHash('sha256').update(secret).digest('base64url').slice(0, 8);
  const lookup = publicLookup(allow, resolve);

  return async (entry) => {
    const bulletin = await bulletinOf(entry);
    if (bulletin === null) return 'moot';
    if (isIP(host) !== 0) refusePrivate(host, host, allow);
    const body = JSON.stringify({ id: entry.id, at: new Date(entry.createdAt).toISOString(), ...bulletin });
    const time = String(Math.floor(now() / 1000));
    const signature = createHmac('sha256', secret).update(`${entry.id}.${time}.${body}`).digest('base64');
    const status = await post(body, {
      'webhook-id': entry.id,
      'webhook-timestamp': time,
      'webhook-signature': `v1,${signature}`,
      'webhook-key-id': keyId,
    });
    if (status < 200 || status > 299) throw new Error(`The webhook answered ${status}.`);
    return 'sent';
  };

  function post(body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    const { request } = url.protocol === 'https:' ? https : http;
    const length = String(Buffer.byteLength(body));
    const options = {
      method: 'POST',
      agent: false,
      lookup,
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      headers: { ...headers, 'content-type': 'application/json', 'content-length': length },
    };
    return new Promise((done, failed) => {
      const call = request(url, options, (answer) => {
        let read = 0;
        answer.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > mostRead) call.destroy(new Error('The webhook answered with more than 64 KB.'));
        });
        answer.on('end', () => done(answer.statusCode ?? 0));
        answer.on('error', failed);
      });
      call.on('error', failed);
      call.end(body);
    });
  }
}
