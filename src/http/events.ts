import type { Request, RequestHandler, Response } from 'express';
import type { Decision } from '../comments/decision.ts';
import { CommentsError } from '../comments/error.ts';
import type { News, Newsroom } from '../comments/news.ts';
import type { SignIn } from '../comments/sign-in.ts';
import type { Translate } from '../messages/translator.ts';
import { visitIdOf } from './access.ts';
import { whoDid } from './act-words.ts';
import type { Keyed } from './address.ts';
import { translatorOf } from './language.ts';
import { doneTo } from './verbs.ts';

export interface EventsParts {
  readonly news: Newsroom;
  readonly signIn: SignIn;
  readonly keyed: Keyed;
}

/** Proxies and browsers give up a connection on which nothing comes for longer. */
const heartbeatMs = 20_000;
/** Bytes that wait for a browser that does not read; it is let go then, and asks again when it wakes up. */
const mostWaiting = 1_000_000;

/**
 * What moderators decide, as server-sent events (HTML, section 9.2): `decided` for each act, `counts` when a lane has
 * grown or shrunk. It ends with the session, and begins after the decision that the page knows, so that nothing is
 * missed while it was away.
 */
export function eventsRoute({ news, signIn, keyed }: EventsParts): RequestHandler {
  return (req, res) => {
    const stream = streamOn(res);
    const { t } = translatorOf(res);
    let told = '';
    const hear = async ({ decided, counts }: News): Promise<void> => {
      if (!(await signIn.isSignedIn(visitIdOf(req, keyed)))) return stream.end();
      const acts = Map.groupBy(decided, ({ batch, to }) => `${batch} ${to}`);
      for (const act of acts.values()) stream.send('decided', await actView(act, signIn, t), act.at(-1)?.number);
      const line = JSON.stringify(counts);
      if (line !== told) stream.send('counts', counts);
      told = line;
    };
    const listener = {
      // Begun anew, it goes on after the last decision that it has told.
      hear: (heard: News) => hear(heard).catch((error: unknown) => stream.fail(error)),
      end: stream.end,
    };
    const stop = news.listen(listener, numberIn(req));
    if (!stop) throw new CommentsError('unavailable', 'queue.tooManyListen', 30);
    res.on('close', stop);
    stream.begin();
    if (req.method === 'HEAD') stream.end();
  };
}

/** Says nothing any more once it has ended: that can happen while the next thing to say is looked up. */
function streamOn(res: Response) {
  const write = (text: string): void => {
    if (res.writableEnded || res.destroyed) return;
    res.write(text);
    if (res.writableLength > mostWaiting) res.destroy();
  };
  return {
    begin(): void {
      // Its own connection, closed when it ends: a server that stops has nothing to wait for.
      res.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'close', 'X-Accel-Buffering': 'no' });
      write('retry: 3000\n\n');
      const beating = setInterval(() => write(':\n\n'), heartbeatMs).unref();
      res.on('close', () => clearInterval(beating));
    },
    send(event: string, data: object, id?: number): void {
      write(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
    },
    fail(error: unknown): void {
      res.req.log.warn({ err: error }, 'telling of decisions failed');
      res.destroy();
    },
    end: (): void => void res.end(),
  };
}

async function actView(act: readonly Decision[], signIn: SignIn, t: Translate): Promise<object> {
  const [first] = act as readonly [Decision, ...Decision[]];
  const by = whoDid(first.moderatorId, (await signIn.byId(first.moderatorId))?.email, t);
  // A reply has published what it answers.
  const what = first.undoes ? 'undo' : first.act === null || first.act === 'reply' ? doneTo(first.to) : first.act;
  return {
    number: act.at(-1)?.number,
    ids: act.map(({ commentId }) => commentId),
    to: first.act === 'erase' ? null : first.to,
    told: t('act.thisWas', { what, who: by === null ? 'nobody' : 'known', by: by ?? '' }),
  };
}

/** The last decision that the page knows of: by what the browser heard, else by what the page was made with. */
function numberIn(req: Request): number {
  const last = req.get('last-event-id') ?? req.query.after;
  return typeof last === 'string' && /^\d{1,15}$/.test(last) ? Number(last) : 0;
}
