import express from 'express';
import pino from 'pino';
import { comments } from '../../src/assemble.ts';
import type { CommentsOptions } from '../../src/options.ts';

/** One process of the site that is attacked. Its clock is its own: hours pass when the attacker says so. */
export interface Start {
  readonly options: CommentsOptions;
  /** Who moderates, if this process is to make them. */
  readonly moderator: { readonly email: string; readonly password: string } | null;
}

export type Order = { readonly pass: number } | 'stop';

const { options, moderator } = JSON.parse(process.env.START ?? '') as Start;
const real = Date.now;
let ahead = 0;
// Budgets look at the clock by this name. The program has no switch for it; this process is ours.
Date.now = () => real() + ahead;

const mounted = comments({ ...options, now: () => Date.now(), log: pino({ level: 'silent' }) });
const { signIn } = await mounted.ready;
if (moderator) await signIn.enrol(moderator.email, moderator.password);
const app = express();
app.set('trust proxy', 'loopback');
const http = app.use(mounted).listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});

process.on('message', async (order: Order) => {
  if (order === 'stop') {
    http.closeAllConnections();
    http.close();
    await mounted.close();
    process.exit();
  }
  ahead += order.pass;
  process.send?.({ passed: order.pass });
});
// Nobody is there to attack any more.
process.on('disconnect', () => process.exit());
