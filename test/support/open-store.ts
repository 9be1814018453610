import { randomUUID } from 'node:crypto';
import { openStore } from '../../src/store/open.ts';
import { aModerator } from '../store/samples.ts';

/** Opens a store as a process of its own would, writes to it, and says so: `node open-store.ts DATABASE_URL DATA_DIR`. */
const [databaseUrl = '', dataDir = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl, dataDir, now: Date.now });
await store.check();
const id = randomUUID();
await store.people.moderators.add(aModerator(`${id}@example.org`, id));
await store.close();
console.log('ready');
