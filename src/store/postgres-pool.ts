import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** What this file needs of the pool of pg, and of a connection of that pool. */
interface Pool {
  readonly options: object;
  connect(): Promise<Connection>;
  end(): Promise<void>;
}
interface Connection {
  query(text: string, parameters: unknown[]): Promise<unknown>;
  release(destroy?: boolean): void;
}

/**
 * The pool as Kysely sees it. A connection that did not answer in time still waits for that answer: it is closed
 * instead of being lent again, where every next query would wait behind it.
 */
export function lender(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => lend(await pool.connect()),
  };
}

function lend(connection: Connection): PostgresPoolClient {
  let late: Error | undefined;
  const query = async (text: string, parameters: readonly unknown[]) => {
    if (late) throw late;
    try {
      return await connection.query(text, [...parameters]);
    } catch (error) {
      if (isLate(error)) late = error;
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => connection.release(destroy || late !== undefined),
  };
}

/** pg gives it no code. */
function isLate(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}
