import type { Closed } from '../comments/closing.ts';
import type { ToldView } from './told-view.ts';

/** views/moderation/closing.ejs */
export interface ClosingView {
  readonly told: ToldView | null;
  readonly problem: string | null;
  readonly freeze: { readonly action: string; readonly frozen: boolean };
  readonly age: { readonly action: string; readonly days: string };
  readonly action: string;
  readonly articles: readonly {
    readonly slug: string;
    readonly title: string;
    readonly url: string;
    readonly state: string;
    /** What can be done about it here, or null. */
    readonly act: 'close' | 'open' | null;
  }[];
}

/** The state of an article, for a moderator, with the way out of it. */
export function stateOf(closed: Closed | null): { readonly state: string; readonly act: 'close' | 'open' | null } {
  if (closed === null) return { state: 'Open', act: 'close' };
  return closed.by === 'moderator' ? { state: states.moderator, act: 'open' } : { state: states[closed.by], act: null };
}

const states: Record<Closed['by'], string> = {
  moderator: 'Closed by a moderator',
  article: 'Closed by its file, which says “comments: closed”',
  age: 'Closed by its age: set more days above to open it',
  site: 'Closed with the whole site',
};
