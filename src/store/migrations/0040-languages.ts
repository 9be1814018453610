import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** In which language somebody is written to, a BCP 47 tag; null, as for everybody of before: in the site's. */
export async function addLanguages(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('followers').addColumn('language', 'text').execute();
  await db.schema.alterTable('moderators').addColumn('language', 'text').execute();
}
