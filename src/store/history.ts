import type { Kysely } from 'kysely';
import type { History } from '../comments/store.ts';
import type { Visitor } from '../comments/visitor.ts';
import type { Schema } from './schema.ts';

/** What is known of a visitor: by the session, and by what the device was asked to remember. */
export async function historyOf(
  db: Kysely<Schema>,
  { id, author }: Pick<Visitor, 'id' | 'author'>,
  except = '',
): Promise<History> {
  const bySession = await countBy(db, 'visitor', id, except);
  const byDevice = author === null ? { approved: 0, spam: 0 } : await countBy(db, 'author_key', author, except);
  return { approved: bySession.approved + byDevice.approved, spam: bySession.spam + byDevice.spam };
}

/** Only what a moderator decided counts: what was published at once has proven nothing. */
async function countBy(
  db: Kysely<Schema>,
  column: 'visitor' | 'author_key',
  value: string,
  except: string,
): Promise<History> {
  const own = db.selectFrom('comments').where(column, '=', value).where('id', '<>', except);
  const decided = own.where('decided_at', 'is not', null);
  const query = decided.where('status', 'in', ['approved', 'spam']).groupBy('status');
  const rows = await query.select(({ fn }) => ['status', fn.countAll<number>().as('comments')]).execute();
  const count = (status: string): number => rows.find((row) => row.status === status)?.comments ?? 0;
  return { approved: count('approved'), spam: count('spam') };
}

/** Comments whose address is forgotten are no more compared with. */
export async function isRepeated(db: Kysely<Schema>, fingerprint: string, address: string): Promise<boolean> {
  const query = db.selectFrom('comments').select('id').where('fingerprint', '=', fingerprint);
  const elsewhere = query.where('address', 'is not', null).where('address', '<>', address);
  return (await elsewhere.limit(1).executeTakeFirst()) !== undefined;
}
