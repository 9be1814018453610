import type { MessageKey } from '../messages/message.ts';

/** The address to sign in with, as it is kept; null when it is none. */
export function readEmail(typed: string): string | null {
  const email = typed.trim().toLowerCase();
  return emailPattern.test(email) ? email : null;
}

/** Roughly an address; no control characters, which one of our databases cannot even be asked about. */
const emailPattern = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}$/u;

export const emailWanted = 'account.emailWanted' satisfies MessageKey;
