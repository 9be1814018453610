import type { Problem } from './form-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/filter.ejs: what the learning filter has learned. */
export interface FilterView {
  readonly spam: number;
  readonly honest: number;
  /** Of each kind, before it says anything. */
  readonly needed: number;
  readonly tokens: number;
  /** In the last seven days. */
  readonly held: number;
  /** Decisions that are still to be read. */
  readonly behind: number;
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
  readonly problems: readonly Problem<'sure'>[];
}

interface TellingView {
  readonly word: string;
  readonly spam: number;
  readonly honest: number;
}
