import type { OpenBudget } from './budget.ts';
import { CommentsError } from './error.ts';
import { limits } from './limits.ts';
import type { Visitor } from './visitor.ts';

/** Who sends too much. Nothing is lost by it: the text stays in the form, and the ticket is still good. */
export function createFlood(openBudget: OpenBudget) {
  const unsolvedByAddress = openBudget({ name: 'unsolved-address', ...limits.unsolved.address });
  const unsolvedBySite = openBudget({ name: 'unsolved-site', ...limits.unsolved.site });

  /** @throws CommentsError `too-many` when too many comments came without a sum. */
  async function spendUnsolved(visitor: Visitor): Promise<void> {
    const byAddress = await unsolvedByAddress.spend(visitor.address);
    const spent = byAddress.allowed ? await unsolvedBySite.spend('site') : byAddress;
    if (!spent.allowed) throw new CommentsError('too-many', tooManyUnsolved, spent.retryAfter);
  }

  return { spendUnsolved };
}

const tooManyUnsolved =
  'Too many comments were sent from here without a sum. Do the sum, or post this one later; your text is still here.';
