import { createHash } from 'node:crypto';
import type { SessionData } from 'express-session';
import session from 'express-session';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** How express-session is told the end: it takes null for "no error". */
type Done = (error?: unknown) => void;
type Found = (error: unknown, session?: SessionData | null) => void;

const minute = 60_000;
/** How long a session is kept whose cookie names no end: the browser drops the cookie when it closes. */
const day = 24 * 60 * minute;

/** Sessions of express-session as rows; ids are kept as SHA-256 only. */
export class SqlSessionStore extends session.Store {
  readonly #db: Kysely<Schema>;
  readonly #now: () => number;

  /** `now` in epoch milliseconds. */
  constructor(db: Kysely<Schema>, now: () => number) {
    super();
    this.#db = db;
    this.#now = now;
  }

  override get(sid: string, done: Found): void {
    const query = this.#db.selectFrom('sessions').select('data').where('id', '=', hashOf(sid));
    const row = query.where('expires_at', '>', this.#now()).executeTakeFirst();
    settle(
      row.then((found) => (found ? (JSON.parse(found.data) as SessionData) : null)),
      done,
    );
  }

  override set(sid: string, data: SessionData, done?: Done): void {
    const kept = { data: JSON.stringify(data), ...this.#times(data) };
    const query = this.#db.insertInto('sessions').values({ id: hashOf(sid), ...kept });
    settle(query.onConflict((conflict) => conflict.column('id').doUpdateSet(kept)).execute(), done);
  }

  override destroy(sid: string, done?: Done): void {
    settle(this.#db.deleteFrom('sessions').where('id', '=', hashOf(sid)).execute(), done);
  }

  /** Every page view asks for this: once a minute is often enough to write. */
  override touch(sid: string, data: SessionData, done?: Done): void {
    const times = this.#times(data);
    const query = this.#db.updateTable('sessions').set(times).where('id', '=', hashOf(sid));
    settle(query.where('touched_at', '<=', times.touched_at - minute).execute(), done);
  }

  #times({ cookie }: SessionData): { readonly expires_at: number; readonly touched_at: number } {
    const now = this.#now();
    return { expires_at: cookie.expires ? new Date(cookie.expires).getTime() : now + day, touched_at: now };
  }
}

function hashOf(sid: string): string {
  return createHash('sha256').update(sid).digest('base64url');
}

/** Calls back outside the promise, so that what the callback throws is no rejection of ours. */
function settle<T>(promise: Promise<T>, done: (error: unknown, value?: T) => void = () => undefined): void {
  promise.then(
    (value) => queueMicrotask(() => done(null, value)),
    (error: unknown) => queueMicrotask(() => done(error)),
  );
}
