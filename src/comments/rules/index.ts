import type { Rule } from '../screening.ts';
import type { SitePolicy } from '../site.ts';
import { firstComment } from './first-comment.ts';

/** The whole policy, in the order in which it is asked. */
export function rulesOf(policy: SitePolicy): readonly Rule[] {
  return [firstComment(policy.firstComment)];
}
