import { describe, expect, test } from '@jest/globals';
import { keyedBy, networkOf, partyOf } from '../../src/http/address.ts';

describe('addresses', () => {
  test.each([
    ['192.0.2.77', '192.0.2.77/32', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.77/32', '192.0.2.0/24'],
    ['::ffff:c000:24d', '192.0.2.77/32', '192.0.2.0/24'],
    ['2001:db8:aaaa:bbcc:1:2:3:4', '2001:db8:aaaa:bb00::/56', '2001:db8:aaaa::/48'],
    ['2001:DB8:AAAA:BBFF::', '2001:db8:aaaa:bb00::/56', '2001:db8:aaaa::/48'],
    ['fe80::1%eth0', 'fe80::/56', 'fe80::/48'],
    ['nonsense', 'unknown', 'unknown'],
    [undefined, 'unknown', 'unknown'],
  ])('%s is the party %s of the network %s', (ip, party, network) => {
    expect([partyOf(ip), networkOf(ip)]).toEqual([party, network]);
  });

  test('a keyed hash tells purposes, texts and keys apart, and shows none of them', () => {
    const keyed = keyedBy('a secret');
    const hashes = [keyed('a', 'text'), keyed('b', 'text'), keyed('a', 'other'), keyedBy('another')('a', 'text')];
    expect(new Set(hashes).size).toBe(4);
    expect(keyed('a', 'text')).toBe(hashes[0]);
    expect(hashes.join()).not.toContain('text');
  });
});
