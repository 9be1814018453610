import type { Kysely } from 'kysely';
import type { ListEntry } from '../comments/list-entry.ts';
import type { ListStore } from '../comments/lists.ts';
import { pastComments } from './past.ts';
import type { ListEntryRow, Schema } from './schema.ts';

/** The lists of moderators over a database, or over one transaction of it. */
export function listStore(db: Kysely<Schema>): ListStore {
  return {
    async all() {
      const query = db.selectFrom('list_entries').selectAll().where('removed_at', 'is', null);
      return (await query.orderBy('id', 'desc').execute()).map(toEntry);
    },
    async byId(id) {
      const row = await db.selectFrom('list_entries').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toEntry(row);
    },
    async add(entry) {
      await db.insertInto('list_entries').values(toRow(entry)).execute();
    },
    async place(id, removedAt) {
      await db.updateTable('list_entries').set({ removed_at: removedAt }).where('id', '=', id).execute();
    },
    past: (page) => pastComments(db, page),
  };
}

function toRow(entry: ListEntry): ListEntryRow {
  return {
    id: entry.id,
    kind: entry.kind,
    value: entry.value,
    effect: entry.effect,
    expires_at: entry.expiresAt,
    created_at: entry.createdAt,
    created_by: entry.createdBy,
    removed_at: entry.removedAt,
  };
}

function toEntry(row: ListEntryRow): ListEntry {
  return {
    id: row.id,
    kind: row.kind,
    value: row.value,
    effect: row.effect,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
    removedAt: row.removed_at,
  };
}
