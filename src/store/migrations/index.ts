import type { Migrations } from '../migrate.ts';
import type { TextColumn } from './0001-comments.ts';
import { createComments } from './0001-comments.ts';
import { createSessions } from './0002-sessions.ts';
import { addGuard } from './0003-guard.ts';
import { createTally } from './0004-tally.ts';
import { createDecisions } from './0005-decisions.ts';
import { addModeration } from './0006-moderation.ts';
import { addPeople } from './0007-people.ts';
import { createLists } from './0008-lists.ts';
import { createLearning } from './0009-learning.ts';
import { createEdits } from './0010-edits.ts';
import { addStatistics } from './0011-statistics.ts';
import { createOutbox } from './0020-outbox.ts';
import { createFollowers } from './0021-followers.ts';
import { createBranches } from './0030-reading.ts';
import { addLanguages } from './0040-languages.ts';
import { createLikes } from './0041-likes.ts';
import { createReceipts } from './0042-receipts.ts';

/** Triggers and the index of words, which each engine says in its own way. */
export interface Upkeep {
  readonly ofCounts: Migrations[string];
  readonly ofBranches: Migrations[string];
}

/**
 * Migrations are numbered in one row whichever database they are for. `key` is the column type of ids and keys: text
 * that sorts by bytes, which each engine says in its own way.
 */
export function commentMigrations(key: TextColumn, upkeep: Upkeep): Migrations {
  return {
    '0001-comments': (db) => createComments(db, key),
    '0003-guard': (db) => addGuard(db, key),
    '0005-decisions': (db) => createDecisions(db, key),
    '0006-moderation': async (db) => {
      await addModeration(db, key);
      await upkeep.ofCounts(db);
    },
    '0008-lists': (db) => createLists(db, key),
    '0007-people': (db) => addPeople(db, key),
    '0009-learning': (db) => createLearning(db, key),
    '0011-statistics': addStatistics,
    '0010-edits': (db) => createEdits(db, key),
    '0020-outbox': (db) => createOutbox(db, key),
    '0021-followers': (db) => createFollowers(db, key),
    '0030-reading': async (db) => {
      await createBranches(db, key);
      await upkeep.ofBranches(db);
    },
    '0040-languages': addLanguages,
    '0041-likes': (db) => createLikes(db, key),
    '0042-receipts': (db) => createReceipts(db, key),
  };
}

/** The tables that SQLite keeps in a file of their own. */
export function sessionMigrations(key: TextColumn): Migrations {
  return { '0002-sessions': (db) => createSessions(db, key), '0004-tally': (db) => createTally(db, key) };
}
