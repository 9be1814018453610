import type { ListEntry } from './list-entry.ts';
import { compile, type Hit, type Listable, type Matcher } from './listing.ts';
import type { Stores } from './store.ts';

/** The entry of the lists that a draft meets, or null. */
export type Listed = (stores: Pick<Stores, 'lists' | 'settings'>, listable: Listable) => Promise<Hit | null>;

/**
 * Keeps the entries ready in this process, and asks at each draft, with one small statement, whether they are still
 * those: what another process changed counts at once.
 */
export function createListed(now: () => number): Listed {
  let kept: { readonly version: string | undefined; readonly match: Matcher } | null = null;
  return async (stores, listable) => {
    // Read before the entries: should they change in between, the next draft reads them anew.
    const { lists: version } = await stores.settings.read('lists');
    if (kept?.version !== version || kept === null)
      kept = { version, match: compile(await entriesOf(stores, version)) };
    return kept.match(listable, now());
  };
}

/** Without a version nothing was ever listed. */
async function entriesOf({ lists }: Pick<Stores, 'lists'>, version: string | undefined): Promise<readonly ListEntry[]> {
  return version === undefined ? [] : lists.all();
}
