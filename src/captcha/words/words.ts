import type { Operation } from '../sums.ts';

/** The few words a language needs to ask a sum. Where they come from, and under which licences: docs/words.md. */
export interface Words {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Number words of 0 to 20, in this order, as CLDR and n2words have them: `npm run words` writes them. */
  readonly numbers: readonly string[];
  /** Other spellings that answers may use: of a neighbouring country or a keyboard without the letter, or those of the
   * other source where the two differ. */
  readonly also?: Readonly<Record<string, number>>;
  /** What ears hear in place of the sign. Reviewed by hand, like `blank`: no source has them. */
  readonly operators: Readonly<Record<Operation, string>>;
  /** What ears hear in place of "?". */
  readonly blank: string;
}
