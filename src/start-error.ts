import { resolve } from 'node:path';
import type { Config } from './config.ts';

/** What kept the server from starting, as a sentence that names the setting to look at; other errors as they are. */
export function startError(error: unknown, config: Config): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${config.port} is taken. Stop what listens there, or set PORT to another number.`);
  }
  if (syscall === 'listen' || (syscall === 'getaddrinfo' && !config.databaseUrl)) {
    return new Error(
      `HOST=${config.host} with PORT=${config.port} cannot be listened on (${code}). Set them to others.`,
    );
  }
  if ((path && resolve(path).startsWith(resolve(config.dataDir))) || code === 'SQLITE_CANTOPEN') {
    return new Error(`DATA_DIR=${config.dataDir} cannot be used (${code}). Set it to a folder that can be written.`);
  }
  // Never the address itself: it may hold a password.
  if (config.databaseUrl && code) {
    return new Error(`The database at DATABASE_URL does not answer as it should (${code}). Check address and server.`);
  }
  return error;
}
