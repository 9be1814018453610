import type { Closed } from '../comments/closing.ts';
import type { MessageKey } from '../messages/message.ts';
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

interface State {
  readonly state: MessageKey;
  readonly act: 'close' | 'open' | null;
}

/** The state of an article, for a moderator, with the way out of it. */
export function stateOf(closed: Closed | null): State {
  if (closed === null) return { state: 'closing.isOpen', act: 'close' };
  return closed.by === 'moderator' ? { state: states.moderator, act: 'open' } : { state: states[closed.by], act: null };
}

const states: Readonly<Record<Closed['by'], MessageKey>> = {
  moderator: 'closing.byModerator',
  article: 'closing.byArticle',
  age: 'closing.byAge',
  site: 'closing.bySite',
};
