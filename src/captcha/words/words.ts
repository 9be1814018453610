import type { Operation } from '../sums.ts';

/** The few words a language needs to ask a sum. */
export interface Words {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Number words of 0 to 20, in this order. */
  readonly numbers: readonly string[];
  /** What ears hear in place of the sign. */
  readonly operators: Readonly<Record<Operation, string>>;
  /** What ears hear in place of "?". */
  readonly blank: string;
}
