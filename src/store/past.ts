import type { Kysely } from 'kysely';
import { firstIdAt } from '../comments/id.ts';
import type { Past, ReadPast } from '../comments/simulation.ts';
import type { Schema } from './schema.ts';

const columns = [
  'id',
  'status',
  'author_name',
  'author_email',
  'author_website',
  'html',
  'address',
  'network',
] as const;

/** Comments since a moment, newest first. Ids begin with their time: the primary key alone bounds what is read. */
export async function pastComments(db: Kysely<Schema>, page: Parameters<ReadPast>[0]): Promise<readonly Past[]> {
  const { since, before, limit } = page;
  const rows = await db
    .selectFrom('comments')
    .select(columns)
    .where('id', '>=', firstIdAt(since))
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    author: { name: row.author_name, email: row.author_email, website: row.author_website },
    html: row.html,
    address: row.address,
    network: row.network,
  }));
}
