import { hash, verify } from '@node-rs/argon2';
import { type Message, message } from '../messages/message.ts';

/** OWASP's settings for Argon2id (the library's own algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters a password must have at least; there is no rule about their kinds (NIST SP 800-63B, 3.1.1). */
const shortestPassword = 12;
/** Longer ones are refused, not cut: hashing them is work a stranger could order. */
const longestPassword = 1_000;

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string): Message | null {
  const length = lengthOf(password);
  if (length < shortestPassword) return message('account.passwordShort', { least: shortestPassword });
  return length > longestPassword ? message('account.passwordLong', { most: longestPassword }) : null;
}

const lengthOf = (password: string): number => [...password].length;

/** Argon2id in PHC string format. The same characters typed on another keyboard give the same password (NFKC). */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** False for a wrong password, and for one too long to be worth the work. */
export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return lengthOf(password) <= longestPassword && verify(passwordHash, password.normalize('NFKC'));
}
