import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface Ask {
  readonly method?: 'GET' | 'POST';
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

// Node's fetch would cost this process more than the answer costs the server.
const agent = new Agent({ keepAlive: true });

/** One request over a connection that is kept; follows no redirect. */
export function exchange(url: string, { method = 'GET', headers = {}, body = '' }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } });
    sent.on('error', reject);
    sent.on('response', (received) => {
      const chunks: Buffer[] = [];
      received.on('error', reject);
      received.on('data', (chunk: Buffer) => chunks.push(chunk));
      received.on('end', () => {
        const { statusCode = 0, headers, rawHeaders } = received;
        resolve({ status: statusCode, headers, rawHeaders, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.end(body);
  });
}
