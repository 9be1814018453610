import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Captured } from './capture.ts';

/** The same bytes from node:http alone, and nothing else done: `node baseline.ts FILE`, a file that capture.ts wrote. */
const captured = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly Captured[];
const answers = new Map(captured.map((answer) => [answer.request, { ...answer, body: Buffer.from(answer.body) }]));

const server = createServer((req, res) => {
  req.resume().on('end', () => {
    const answer = answers.get(`${req.method} ${req.url}`);
    if (!answer) return res.writeHead(404).end();
    return res.writeHead(answer.status, [...answer.headers]).end(answer.body);
  });
});
server.listen(0, '127.0.0.1', () =>
  console.log(`Listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
