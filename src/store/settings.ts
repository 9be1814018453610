import type { Kysely } from 'kysely';
import { type SettingStore, settingNames } from '../comments/setting.ts';
import type { Schema } from './schema.ts';

/** What is set for the whole site, over a database, or over one transaction of it. */
export function settingStore(db: Kysely<Schema>): SettingStore {
  return {
    async read(...names) {
      const rows = await db.selectFrom('settings').selectAll().where('name', 'in', names).execute();
      const known = settingNames.flatMap((name) => rows.filter((row) => row.name === name));
      return Object.fromEntries(known.map(({ name, value }) => [name, value]));
    },
    async set(name, value) {
      if (value === null) await db.deleteFrom('settings').where('name', '=', name).execute();
      else
        await db
          .insertInto('settings')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
    },
  };
}
