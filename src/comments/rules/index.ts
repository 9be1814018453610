import type { Rule } from '../screening.ts';
import type { SitePolicy } from '../site.ts';
import { blocklist } from './blocklist.ts';
import { firstComment } from './first-comment.ts';
import { foreignScript } from './foreign-script.ts';
import { honeypot } from './honeypot.ts';
import { links } from './links.ts';
import { nameIsAddress } from './name-is-address.ts';
import { unsolved } from './unsolved.ts';

/** The whole policy, in the order in which it is asked: what tells a moderator most stands first. */
export function rulesOf(policy: SitePolicy): readonly Rule[] {
  return [
    unsolved,
    honeypot,
    blocklist(policy.blocklist),
    nameIsAddress,
    links,
    foreignScript(policy.language),
    firstComment(policy.firstComment),
  ];
}
