import type { Policy } from '../screening.ts';
import type { SitePolicy } from '../site.ts';
import { attacked } from './attacked.ts';
import { blocklist } from './blocklist.ts';
import { firstComment } from './first-comment.ts';
import { foreignScript } from './foreign-script.ts';
import { guessing } from './guessing.ts';
import { honeypot } from './honeypot.ts';
import { hurried } from './hurried.ts';
import { impersonates } from './impersonates.ts';
import { learned } from './learned.ts';
import { links } from './links.ts';
import { listed } from './listed.ts';
import { nameIsAddress } from './name-is-address.ts';
import { repeated } from './repeated.ts';
import { unsolved } from './unsolved.ts';

/**
 * The whole policy, in the order in which it is asked: what tells a moderator most stands first. What passes is then
 * counted against the limits of ../limits.ts, and held under the name `flood` where they are reached.
 */
export function rulesOf(policy: SitePolicy): Policy {
  return {
    listed,
    unsolved,
    honeypot,
    blocklist: blocklist(policy.blocklist),
    nameIsAddress,
    impersonates,
    links: links(policy.mostLinks),
    foreignScript: foreignScript(policy.language),
    repeated,
    learned,
    hurried,
    guessing,
    attacked,
    firstComment: firstComment(policy.firstComment),
  };
}
