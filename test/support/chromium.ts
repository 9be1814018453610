import { existsSync } from 'node:fs';

const wanted = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Path of the Chromium that the browser tests drive, or null when this machine has none: they are left out then. */
export const chromiumPath = existsSync(wanted) ? wanted : null;

/** The sentence for those who run the tests without one. */
export const chromiumMissing = `no Chromium at ${wanted}; set CHROMIUM to its path`;
