import type { Bulletin } from '../comments/bulletin.ts';
import type { Letter } from '../comments/letter.ts';
import type { Channel, Entry, OutboxStore } from '../comments/outbox.ts';
import type { Told } from '../comments/spreading.ts';
import { createEmail } from './email.ts';
import { createWebhook } from './webhook.ts';
import { createWorker, type WorkerLog } from './worker.ts';

type Tell = (entry: Entry) => Promise<Told>;

export interface NotifierParts {
  readonly outbox: OutboxStore;
  readonly spread: Tell;
  readonly letterOf: (entry: Entry) => Promise<Letter | null>;
  /** Null where it is not configured. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly base: string } | null;
  readonly bulletinOf: (entry: Entry) => Promise<Bulletin | null>;
  readonly webhook: { readonly url: string; readonly secret: string; readonly allow: readonly string[] } | null;
  readonly siteName: string;
  /** BCP 47 tag of the site's: for whoever stated none. */
  readonly language: string;
  readonly now: () => number;
  readonly newToken: () => string;
  readonly log: WorkerLog;
}

export interface Notifier {
  /** Sends everything that is due by now. */
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

/** How often we look whether something is due. */
const everyMs = 2_000;

/** The workers that empty the outbox, each at its own pace: a mail server that stalls holds nothing else up. */
export function startNotifier(parts: NotifierParts): Notifier {
  const { mail, webhook, spread } = parts;
  const abort = new AbortController();
  const { signal } = abort;
  const tells: readonly (readonly [Channel, Tell])[] = [
    ...(mail ? ([['spread', spread]] as const) : []),
    ...(mail ? ([['email', createEmail({ ...parts, ...mail, signal })]] as const) : []),
    ...(webhook ? ([['webhook', createWebhook({ ...parts, ...webhook, signal })]] as const) : []),
  ];
  const workers = tells.map(([channel, tell]) => createWorker({ ...parts, channel, tell }));
  const looking = setInterval(() => {
    for (const worker of workers) worker.wake();
  }, everyMs).unref();
  return {
    async deliver() {
      for (const worker of workers) await worker.deliver();
    },
    async stop() {
      clearInterval(looking);
      abort.abort();
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
