import type { Engine } from './engine.ts';

/** Rows a statement may delete: SQLite runs on the event loop's own thread. */
const batch = 500;

/** Removes what expired before `now` (epoch milliseconds), a batch at a time so that requests get their turn. */
export async function sweep({ db, sessions, relaxed }: Engine, now: number): Promise<void> {
  await untilNone(() =>
    relaxed((trx) => {
      const expired = trx.selectFrom('challenges').select('id').where('expires_at', '<=', now).limit(batch);
      return trx.deleteFrom('challenges').where('id', 'in', expired).executeTakeFirstOrThrow();
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
  await db.deleteFrom('setup_links').where('expires_at', '<=', now).execute();
}

async function untilNone(deleteSome: () => Promise<{ readonly numDeletedRows: bigint }>): Promise<void> {
  while ((await deleteSome()).numDeletedRows === BigInt(batch)) await new Promise(setImmediate);
}
