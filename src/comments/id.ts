import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** UUIDv7 by a clock in epoch milliseconds; those of one process sort in the order in which they were made. */
export function idsBy(now: () => number): () => string {
  let last = 0;
  let seq = 0;
  return () => {
    const time = Math.max(now(), last);
    seq = time === last ? seq + 1 : randomInt(2 ** 31);
    last = time;
    return v7({ msecs: time, seq });
  };
}

/** Sorts before every id of that millisecond, and after every earlier one (RFC 9562, section 5.7). */
export function firstIdAt(time: number): string {
  const hex = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
