import type { Kysely } from 'kysely';
import type { Challenge, ChallengeStore } from '../captcha/challenge.ts';
import type { Prompt } from '../captcha/wording.ts';
import type { Engine, InTransaction } from './engine.ts';
import type { ChallengeRow, Schema } from './schema.ts';

/** Where challenges are read, how they are written, and how one session's writes are kept apart. */
export interface ChallengeTables {
  readonly db: Kysely<Schema>;
  readonly write: InTransaction;
  readonly alone: Engine['alone'];
}

/** Challenges as rows, never as keys of a session object: eight tabs keep eight, and a take has one winner. */
export function challengeStore({ db, write, alone }: ChallengeTables): ChallengeStore {
  return {
    add: (challenge, most) =>
      write(async (trx) => {
        await alone(trx, `challenges of ${challenge.session}`);
        await trx.insertInto('challenges').values(toRow(challenge)).execute();
        await dropOldest(trx, challenge, most);
      }),
    async find(id, session, purpose) {
      const query = db.selectFrom('challenges').selectAll().where('id', '=', id);
      const row = await query.where('session', '=', session).where('purpose', '=', purpose).executeTakeFirst();
      return row && toChallenge(row);
    },
    take: (id, session, purpose) =>
      write(async (trx) => {
        const query = trx.deleteFrom('challenges').where('id', '=', id).returningAll();
        const row = await query.where('session', '=', session).where('purpose', '=', purpose).executeTakeFirst();
        return row && toChallenge(row);
      }),
  };
}

/** The new challenge stays whatever the clock says: it is the one that is about to be shown. */
async function dropOldest(db: Kysely<Schema>, { id, session }: Challenge, most: number): Promise<void> {
  const others = db.selectFrom('challenges').select('id').where('session', '=', session).where('id', '<>', id);
  const kept = others
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most - 1);
  const query = db.deleteFrom('challenges').where('session', '=', session).where('id', '<>', id);
  await query.where('id', 'not in', kept).execute();
}

function toRow(challenge: Challenge): ChallengeRow {
  return {
    id: challenge.id,
    session: challenge.session,
    purpose: challenge.purpose,
    prompt: JSON.stringify(challenge.prompt),
    answer: challenge.answer,
    language: challenge.language,
    issued_at: challenge.issuedAt,
    first_issued_at: challenge.firstIssuedAt,
    expires_at: challenge.expiresAt,
    hurried: challenge.hurried ? 1 : 0,
  };
}

function toChallenge(row: ChallengeRow): Challenge {
  return {
    id: row.id,
    session: row.session,
    purpose: row.purpose,
    prompt: JSON.parse(row.prompt) as Prompt,
    answer: row.answer,
    language: row.language,
    issuedAt: row.issued_at,
    firstIssuedAt: row.first_issued_at,
    expiresAt: row.expires_at,
    hurried: row.hurried === 1,
  };
}
