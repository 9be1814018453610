import { Secret, TOTP } from 'otpauth';
import { hashOfSecret } from './secret.ts';

/** Seconds that a code is shown. One that has just gone, or is about to come, is good too: clocks differ. */
const period = 30;
const recoveryCodes = 10;

/** A fresh secret of 160 bits (RFC 4226, R6), base32. */
export const secretFrom = (token: string): string => base32(token, 20);

/** What an authenticator reads: from a link, or as a QR code. */
export const authenticatorAddress = (secret: string, email: string, issuer: string): string =>
  new TOTP({ secret, label: email, issuer, period }).toString();

/** The step of time that the code belongs to; null when it is not good at `now`, epoch milliseconds. */
export function stepOf(code: string, secret: string, now: number): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = new TOTP({ secret, period });
  const delta = totp.validate({ token, timestamp: now, window: 1 });
  return delta === null ? null : totp.counter({ timestamp: now }) + delta;
}

/** Codes for when the authenticator is lost: 80 random bits each, so that a plain hash keeps them. */
export function newRecoveryCodes(newToken: () => string): readonly string[] {
  return Array.from({ length: recoveryCodes }, () =>
    base32(newToken(), 10)
      .toLowerCase()
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** As it is kept; however it was typed. */
export const hashOfRecoveryCode = (code: string): string => hashOfSecret(code.toLowerCase().replace(/[^a-z2-7]/g, ''));

function base32(token: string, bytes: number): string {
  const random = new Uint8Array(Buffer.from(token, 'base64url').subarray(0, bytes));
  return new Secret({ buffer: random.buffer }).base32;
}
