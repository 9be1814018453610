import { sql } from 'kysely';
import { firstIdAt } from '../comments/id.ts';
import { likerMs } from '../comments/liking.ts';
import { mostSessionHours } from '../comments/signed-in-visit.ts';
import type { Engine } from './engine.ts';

/** Rows a statement may change: SQLite runs on the event loop's own thread. */
const batch = 500;

/** How long the keyed hash of an address stands with a comment: as long as its words are looked for elsewhere. */
const addressMs = 7 * 24 * 3_600_000;

/** How long a comment is compared with new ones, and its network known: lists are tried on what came since then. */
const likenessMs = 30 * 24 * 3_600_000;

/** An entry of the lists is shown a week after it expired, and can be put back a day after it was taken off. */
const expiredMs = 7 * 24 * 3_600_000;
const removedMs = 24 * 3_600_000;

/** Counts are kept a week and a day; which networks failed, two days. */
const tallyMs = 8 * 24 * 3_600_000;
const networkMs = 2 * 24 * 3_600_000;

/** How long a word that was met in one comment only waits for a second one. */
const rareMs = 90 * 24 * 3_600_000;

/** How long it is known what was told, so that it is not told twice. */
const toldMs = 90 * 24 * 3_600_000;
/** How long authors see what became of a request. */
const settledMs = 90 * 24 * 3_600_000;
/** How long a question by mail can be answered. */
const unconfirmedMs = 7 * 24 * 3_600_000;

/** Removes what expired before `now` (epoch milliseconds), a batch at a time so that requests get their turn. */
export async function sweep({ db, sessions, relaxed, alone, beside }: Engine, now: number): Promise<void> {
  await untilNone(() =>
    relaxed((trx) => {
      const expired = trx.selectFrom('challenges').select('id').where('expires_at', '<=', now).limit(batch);
      return trx.deleteFrom('challenges').where('id', 'in', expired).executeTakeFirstOrThrow();
    }),
  );
  await untilNone(() =>
    relaxed(async (trx) => {
      // Deciding on many takes their rows in an order of its own: neither waits for the other half way.
      await beside(trx, 'decisions');
      const old = trx.selectFrom('comments').select('id').where('address', 'is not', null);
      const stale = old.where('created_at', '<=', now - addressMs).limit(batch);
      return trx.updateTable('comments').set({ address: null }).where('id', 'in', stale).executeTakeFirstOrThrow();
    }),
  );
  await untilNone(() =>
    relaxed(async (trx) => {
      await beside(trx, 'decisions');
      const old = trx.selectFrom('comments').select('id').where('network', 'is not', null);
      const stale = old.where('id', '<', firstIdAt(now - likenessMs)).limit(batch);
      return trx.updateTable('comments').set({ network: null }).where('id', 'in', stale).executeTakeFirstOrThrow();
    }),
  );
  await untilNone(() =>
    relaxed((trx) => {
      const old = trx
        .selectFrom('sketches')
        .select('comment_id')
        .where('comment_id', '<', firstIdAt(now - likenessMs));
      return trx.deleteFrom('sketches').where('comment_id', 'in', old.limit(batch)).executeTakeFirstOrThrow();
    }),
  );
  await untilNone(() =>
    relaxed((trx) => {
      // Whose they were is forgotten; the counts stand beside them and stay.
      const old = trx
        .selectFrom('likes')
        .select(['comment_id', 'visitor'])
        .where('at', '<=', now - likerMs)
        .limit(batch);
      return trx
        .deleteFrom('likes')
        .where(({ eb, refTuple }) => eb(refTuple('comment_id', 'visitor'), 'in', old.$asTuple('comment_id', 'visitor')))
        .executeTakeFirstOrThrow();
    }),
  );
  await untilNone(() =>
    relaxed(async (trx) => {
      await alone(trx, 'learning');
      const rare = trx.selectFrom('learned_tokens').select('token').where(sql<boolean>`spam + honest = 1`);
      const stale = rare.where('learned_at', '<=', now - rareMs).limit(batch);
      return trx.deleteFrom('learned_tokens').where('token', 'in', stale).executeTakeFirstOrThrow();
    }),
  );
  await untilNone(() => {
    const expired = sessions.selectFrom('sessions').select('id').where('expires_at', '<=', now).limit(batch);
    return sessions.deleteFrom('sessions').where('id', 'in', expired).executeTakeFirstOrThrow();
  });
  await untilNone(() => {
    const expired = sessions.selectFrom('budgets').select('key').where('expire', '<=', now).limit(batch);
    return sessions.deleteFrom('budgets').where('key', 'in', expired).executeTakeFirstOrThrow();
  });
  await sessions
    .deleteFrom('tally')
    .where('hour', '<=', now - tallyMs)
    .execute();
  await sessions
    .deleteFrom('tally')
    .where('what', '=', 'network')
    .where('hour', '<=', now - networkMs)
    .execute();
  await db.deleteFrom('setup_links').where('expires_at', '<=', now).execute();
  const entries = db.deleteFrom('list_entries');
  await entries.where('expires_at', '<=', now - expiredMs).execute();
  await entries.where('removed_at', '<=', now - removedMs).execute();
  await sweepNotices(db, now);
  await db.deleteFrom('invitations').where('expires_at', '<=', now).execute();
  await db
    .deleteFrom('sign_ins')
    .where('created_at', '<=', now - mostSessionHours * 3_600_000)
    .execute();
}

async function sweepNotices(db: Engine['db'], now: number): Promise<void> {
  await untilNone(() => {
    const told = db
      .selectFrom('outbox')
      .select('id')
      .where('sent_at', '<=', now - toldMs);
    return db.deleteFrom('outbox').where('id', 'in', told.limit(batch)).executeTakeFirstOrThrow();
  });
  await db
    .deleteFrom('erasure_requests')
    .where('settled_at', '<=', now - settledMs)
    .execute();
  await db.deleteFrom('mail_links').where('expires_at', '<=', now).execute();
  const unconfirmed = db.deleteFrom('followers').where('confirmed_at', 'is', null);
  await unconfirmed.where('created_at', '<=', now - unconfirmedMs).execute();
}

type Done = { readonly numDeletedRows: bigint } | { readonly numUpdatedRows: bigint };

async function untilNone(removeSome: () => Promise<Done>): Promise<void> {
  while (rowsOf(await removeSome()) >= BigInt(batch)) await new Promise(setImmediate);
}

const rowsOf = (done: Done): bigint => ('numDeletedRows' in done ? done.numDeletedRows : done.numUpdatedRows);
