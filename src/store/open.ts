import { mkdir } from 'node:fs/promises';
import { challengeStore } from './challenges.ts';
import { commentStore } from './comments.ts';
import { decisionStore } from './decisions.ts';
import { editStore } from './edits.ts';
import type { Engine, StoreLog } from './engine.ts';
import { erasureRequestStore } from './erasure-requests.ts';
import { erasureStore } from './erasures.ts';
import { followerStore } from './followers.ts';
import { learningStore } from './learning.ts';
import { likeStore } from './likes.ts';
import { listStore } from './lists.ts';
import { mailLinkStore } from './mail-links.ts';
import { outboxStore } from './outbox.ts';
import { peopleStores } from './people.ts';
import { openPostgres } from './postgres.ts';
import { queueStore } from './queue.ts';
import { explanationStore, receiptStore } from './receipts.ts';
import { SqlSessionStore } from './sessions.ts';
import { settingStore } from './settings.ts';
import { sketchStore } from './sketches.ts';
import { openSqlite } from './sqlite.ts';
import { statisticsStore } from './statistics.ts';
import type { Store } from './store.ts';
import { sweep } from './sweep.ts';
import { tallyStore } from './tally.ts';
import { threadStore } from './threads.ts';
import { waitingStore } from './waiting.ts';

export interface StoreOptions {
  /** `sqlite:` (two files in `dataDir`), `:memory:`, or `postgres://…`. */
  readonly databaseUrl: string;
  /** Folder of the SQLite files; made with mode 700 when it is not there. */
  readonly dataDir: string;
  readonly log?: StoreLog;
  /** Epoch milliseconds: what sessions go by. */
  readonly now: () => number;
}

/**
 * Opens the database and brings it up to date, one process at a time. Throws when the address is of no known kind and
 * whatever the driver throws when the database cannot be reached.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options);
  try {
    await engine.migrate();
  } catch (error) {
    await engine.close();
    throw error;
  }
  return storeOn(engine, options);
}

async function openEngine({ databaseUrl, dataDir, log }: StoreOptions): Promise<Engine> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return openPostgres(databaseUrl, log);
  if (databaseUrl === ':memory:') return openSqlite(':memory:');
  if (databaseUrl === 'sqlite:') {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return openSqlite({ dataDir });
  }
  throw new Error('DATABASE_URL must be sqlite: (files in DATA_DIR), :memory:, or an address that starts postgres://');
}

function storeOn(engine: Engine, { now, log }: StoreOptions): Store {
  const { db, alone, beside, holdsWords, passOverLocked } = engine;
  const sessions = new SqlSessionStore(engine.sessions, now);
  let owed = false;
  async function scrub(): Promise<void> {
    owed = true;
    try {
      await engine.scrub();
      owed = false;
    } catch (error) {
      log?.warn({ err: error }, 'What was erased is still in the files; the next sweep tries again to clear it out.');
    }
  }
  return {
    comments: commentStore(db, beside),
    queue: queueStore(db, holdsWords),
    challenges: challengeStore({ db, write: engine.relaxed, alone }),
    transaction: (work) =>
      engine.durable((trx) =>
        work({
          comments: commentStore(trx, beside),
          queue: queueStore(trx, holdsWords),
          sketches: sketchStore(trx),
          decisions: decisionStore(trx, alone),
          lists: listStore(trx),
          settings: settingStore(trx),
          threads: threadStore(trx),
          people: peopleStores(trx, alone),
          learning: learningStore(trx, alone),
          edits: editStore(trx),
          erasures: erasureStore(trx),
          likes: likeStore(trx, engine),
          outbox: outboxStore(trx, passOverLocked),
          followers: followerStore(trx),
          mailLinks: mailLinkStore(trx),
          receipts: receiptStore(trx),
          explanations: explanationStore(trx),
          erasureRequests: erasureRequestStore(trx),
          challenges: challengeStore({ db: trx, write: (inTrx) => inTrx(trx), alone }),
        }),
      ),
    decisions: decisionStore(db, alone),
    lists: listStore(db),
    settings: settingStore(db),
    threads: threadStore(db),
    people: peopleStores(db, alone),
    learning: learningStore(db, alone),
    edits: editStore(db),
    erasures: erasureStore(db),
    likes: likeStore(db, engine),
    outbox: outboxStore(db, passOverLocked),
    followers: followerStore(db),
    mailLinks: mailLinkStore(db),
    receipts: receiptStore(db),
    explanations: explanationStore(db),
    erasureRequests: erasureRequestStore(db),
    sessions,
    openBudget: engine.openBudget,
    tally: tallyStore(engine.sessions),
    waiting: waitingStore(db),
    statistics: statisticsStore(db),
    check: () => engine.check(),
    isUnavailable: (error) => engine.isUnavailable(error),
    async sweep(at) {
      await sweep(engine, at);
      if (owed) await scrub();
    },
    scrub,
    close: () => engine.close(),
  };
}
