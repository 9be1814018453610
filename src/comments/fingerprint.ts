import { createHash } from 'node:crypto';

/** Fewer letters and digits are said by many people in the same words. */
const leastLength = 30;

/**
 * The same for texts that differ only in case, accents, punctuation, spaces or compatible forms of letters; null for
 * texts too short to tell. SHA-256, base64url.
 */
export function fingerprintOf(body: string): string | null {
  const words = body
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return words.length < leastLength ? null : createHash('sha256').update(words).digest('base64url');
}
