import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How one call is answered: with a status, never, or with more than anybody wants to read. */
export type Answer = number | 'never' | 'endless';

/** A program on this machine that is called. */
export interface HookServer {
  readonly port: number;
  readonly calls: Call[];
  /** How the next calls are answered; those after them with 204. */
  readonly answers: Answer[];
  close(): Promise<void>;
}

export async function openHookServer(): Promise<HookServer> {
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const server: Server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8');
    req.on('data', (chunk: string) => {
      body += chunk;
    });
    req.on('end', () => {
      calls.push({ headers: req.headers, body });
      const answer = answers.shift() ?? 204;
      if (answer === 'never') return;
      if (answer === 'endless') {
        const more = (): void => void (res.write('x'.repeat(16_384)) ? setImmediate(more) : res.once('drain', more));
        res.on('error', () => undefined);
        return more();
      }
      const location = answer >= 300 && answer < 400 ? { location: 'http://127.0.0.1:1/' } : {};
      res.writeHead(answer, location).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { port, calls, answers, close };
}
