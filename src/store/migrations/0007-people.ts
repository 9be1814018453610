import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/**
 * Who may do what, and where they are signed in. Moderators of before could do everything, and those whom an older
 * version beside us adds still can: they are owners.
 */
export async function addPeople(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  const moderators = db.schema.alterTable('moderators');
  await moderators.addColumn('name', 'text').execute();
  await moderators.addColumn('role', 'text', (column) => column.notNull().defaultTo('owner')).execute();
  await moderators.addColumn('seen_at', 'bigint').execute();
  await moderators.addColumn('disabled_at', 'bigint').execute();
  await moderators.addColumn('otp_secret', 'text').execute();
  await moderators.addColumn('otp_step', 'bigint').execute();
  await createSignIns(db, key);
  await createInvitations(db, key);
  await db.schema
    .createTable('recovery_codes')
    .addColumn('moderator_id', key, (column) => column.notNull().references('moderators.id').onDelete('cascade'))
    .addColumn('hash', key, (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_codes_key', ['moderator_id', 'hash'])
    .execute();
}

async function createSignIns(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('sign_ins')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('moderator_id', key, (column) => column.notNull().references('moderators.id').onDelete('cascade'))
    .addColumn('half', 'integer', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sign_ins_moderator').on('sign_ins').columns(['moderator_id']).execute();
  await db.schema.createIndex('sign_ins_created').on('sign_ins').columns(['created_at']).execute();
}

async function createInvitations(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('email', key, (column) => column.notNull().unique())
    .addColumn('hash', key, (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
