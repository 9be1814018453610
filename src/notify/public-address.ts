import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

interface Address {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>;

export const resolveByDns: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Looks a name up once, for the connection itself, so that what is checked is what is connected to. Nobody can make us
 * call a machine of our own network: every address must be a public one, unless the name was allowed.
 */
export function publicLookup(allowed: readonly string[], resolve: Resolve): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname)
      .then((addresses) => {
        const [first] = addresses;
        if (!first) throw new Error(`${hostname} has no address.`);
        for (const { address } of addresses) refusePrivate(hostname, address, allowed);
        if (options.all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      })
      .catch((error: unknown) => done(error as NodeJS.ErrnoException, '', 0));
  };
}

/** For a host that is an address already, which nobody looks up. Throws when it is not public and was not allowed. */
export function refusePrivate(hostname: string, address: string, allowed: readonly string[]): void {
  if (allowed.includes(hostname)) return;
  if (ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast') return;
  throw new Error(`${hostname} is not a public address. Name it in WEBHOOK_ALLOW if it is meant.`);
}
