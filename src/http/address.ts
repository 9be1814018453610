import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Hides what must be told apart but not read: a keyed hash, base64url. */
export type Keyed = (purpose: string, text: string) => string;

export function keyedBy(secret: string): Keyed {
  return (purpose, text) => createHmac('sha256', secret).update(`${purpose}:${text}`).digest('base64url');
}

/**
 * The part of an address that stands for one party: a whole IPv4 address, the /56 of an IPv6 one. `::ffff:192.0.2.1`
 * is the IPv4 address it maps; what is no address at all is one party together.
 */
export const partyOf = (ip: string | undefined): string => prefixOf(ip, 32, 56);

/** The network an address belongs to, /24 or /48: what a log may say of where a request came from. */
export const networkOf = (ip: string | undefined): string => prefixOf(ip, 24, 48);

/**
 * The keyed hash by which we know an address, or a network, that somebody typed: 192.0.2.7, 2001:db8::1, 192.0.2.0/24,
 * 2001:db8:1::/48. Null for anything else, and for networks of another size, which we do not know.
 */
export function originOf(typed: string, keyed: Keyed): string | null {
  const [ip = '', bits = null, ...rest] = typed.trim().split('/');
  if (rest.length > 0 || !(ipaddr.IPv4.isValidFourPartDecimal(ip) || ipaddr.IPv6.isValid(ip))) return null;
  const four = ipaddr.process(ip).kind() === 'ipv4';
  if (bits === null || bits === (four ? '32' : '56')) return keyed('address', partyOf(ip));
  return bits === (four ? '24' : '48') ? keyed('network', networkOf(ip)) : null;
}

function prefixOf(ip: string | undefined, bits4: number, bits6: number): string {
  if (!ip || !ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  const bits = address.kind() === 'ipv4' ? bits4 : bits6;
  const bytes = address.toByteArray().map((byte, at) => byte & (0xff << Math.min(8, Math.max(0, (at + 1) * 8 - bits))));
  return `${ipaddr.fromByteArray(bytes)}/${bits}`;
}
