import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import session from 'express-session';

declare module 'express-session' {
  interface SessionData {
    sum?: number;
  }
}

/** The check that many a form has: look the answer up in the session, store the comment, take the answer away. */
export async function startNaive() {
  let stored = 0;
  const app = express();
  app.use(session({ secret: 'a control', resave: false, saveUninitialized: false }), express.urlencoded());
  app.get('/', (req, res) => {
    const [left, right] = [randomInt(21), randomInt(21)];
    req.session.sum = left + right;
    res.send(`${left} + ${right}`);
  });
  app.post('/', async (req, res) => {
    if (Number(req.body.response) !== req.session.sum) return res.sendStatus(422);
    // A database would take about as long.
    await new Promise(setImmediate);
    stored += 1;
    delete req.session.sum;
    return res.sendStatus(303);
  });
  const http = createServer(app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const close = async (): Promise<void> => {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, stored: () => stored, close };
}
