import type { SaidProblem } from './form-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/filter.ejs: what the learning filter has learned. */
export interface FilterView {
  /** How far it is, where there are not enough decisions yet. */
  readonly soFar: string | null;
  /** Of decisions that are still to be read, or null. */
  readonly behind: string | null;
  readonly totals: readonly { readonly label: string; readonly value: string }[];
  readonly resetAt: TimeView | null;
  /** Empty while there are not enough decisions. */
  readonly strongest: readonly {
    readonly id: string;
    readonly heading: string;
    readonly words: readonly TellingView[];
  }[];
  /** Where the form that resets it is sent. */
  readonly action: string;
  readonly notice: string | null;
  readonly problems: readonly SaidProblem<'sure'>[];
}

interface TellingView {
  readonly word: string;
  readonly spam: string;
  readonly honest: string;
}
