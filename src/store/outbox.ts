import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Entry, NewEntry, OutboxStore } from '../comments/outbox.ts';
import type { Engine } from './engine.ts';
import type { OutboxRow, Schema } from './schema.ts';

/** Rows of one statement: databases bound its parameters. */
const batchSize = 100;

/** Notifications over a database, or over one transaction of it. */
export function outboxStore(db: Kysely<Schema>, passOverLocked: Engine['passOverLocked']): OutboxStore {
  const leased = (id: string, token: string) =>
    db.updateTable('outbox').where('id', '=', id).where('lease', '=', token).where('sent_at', 'is', null);
  const failed = (id: string) => db.updateTable('outbox').where('id', '=', id).where('failed_at', 'is not', null);
  return {
    async add(entries) {
      for (let from = 0; from < entries.length; from += batchSize) {
        const query = db.insertInto('outbox').values(entries.slice(from, from + batchSize).map(toRow));
        await query.onConflict((conflict) => conflict.column('said').doNothing()).execute();
      }
    },
    async withdraw(about) {
      await db.deleteFrom('outbox').where('about', '=', about).where('sent_at', 'is', null).execute();
    },
    async forget(about, occasion) {
      await db.deleteFrom('outbox').where('about', '=', about).where('occasion', '=', occasion).execute();
    },
    async claim(channel, { token, now, until, limit }) {
      const due = db
        .selectFrom('outbox')
        .select('outbox.id')
        .where('outbox.channel', '=', channel)
        .where('outbox.sent_at', 'is', null)
        .where('outbox.failed_at', 'is', null)
        .where('outbox.due_at', '<=', now)
        .where('outbox.leased_until', '<=', now)
        .where((eb) => eb.or([eb('outbox.lane', 'is', null), eb.not(eb.exists(earlierInLane(eb)))]))
        .orderBy('outbox.due_at')
        .orderBy('outbox.id')
        .limit(limit);
      const rows = await db
        .updateTable('outbox')
        .set(({ eb }) => ({ lease: token, leased_until: until, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', passOverLocked(due))
        .returningAll()
        .execute();
      return rows.map(toEntry).sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    async settle(id, { token }, at) {
      await leased(id, token).set({ sent_at: at, error: null }).execute();
    },
    async forgo(id, { token }) {
      await db.deleteFrom('outbox').where('id', '=', id).where('lease', '=', token).execute();
    },
    async postpone(id, { token }, { at, dueAt, error }) {
      const next = dueAt === null ? { failed_at: at } : { due_at: dueAt };
      await leased(id, token)
        .set({ ...next, error, lease: null, leased_until: 0 })
        .execute();
    },
    async failed(limit) {
      const query = db.selectFrom('outbox').selectAll().where('failed_at', 'is not', null);
      return (await query.orderBy('failed_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(toEntry);
    },
    async retry(id, now) {
      const query = failed(id).set({ failed_at: null, attempts: 0, due_at: now });
      return (await query.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },
    async discard(id) {
      const query = db.deleteFrom('outbox').where('id', '=', id).where('failed_at', 'is not', null);
      return (await query.executeTakeFirstOrThrow()).numDeletedRows === 1n;
    },
  };
}

/** One that was given up lets the others pass. */
function earlierInLane(eb: ExpressionBuilder<Schema, 'outbox'>) {
  return eb
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .whereRef('earlier.lane', '=', 'outbox.lane')
    .whereRef('earlier.id', '<', 'outbox.id')
    .where('earlier.sent_at', 'is', null)
    .where('earlier.failed_at', 'is', null);
}

function toRow(entry: NewEntry): OutboxRow {
  const { id, channel, occasion, about, recipient, lane } = entry;
  return {
    id,
    said: [channel, occasion, about, recipient ?? ''].join(' '),
    channel,
    occasion,
    about,
    recipient,
    lane,
    created_at: entry.createdAt,
    due_at: entry.dueAt,
    attempts: 0,
    lease: null,
    leased_until: 0,
    sent_at: null,
    failed_at: null,
    error: null,
  };
}

function toEntry(row: OutboxRow): Entry {
  const { id, channel, occasion, about, recipient, lane, attempts, error } = row;
  const times = { createdAt: row.created_at, dueAt: row.due_at, failedAt: row.failed_at };
  return { id, channel, occasion, about, recipient, lane, attempts, error, ...times };
}
