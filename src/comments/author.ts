import type { History } from './store.ts';

/**
 * Whether a moderator knows this author: one comment approved by hand, and none marked as spam. A typed name or e-mail
 * address proves nothing; the history is that of a session or of a device.
 */
export const isProven = ({ approved, spam }: History): boolean => approved > 0 && spam === 0;
