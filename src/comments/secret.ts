import { createHash } from 'node:crypto';

/** What a store may keep of a secret or of a key that a stranger chose: one length, nothing to read. */
export const hashOfSecret = (text: string): string => createHash('sha256').update(text).digest('base64url');
