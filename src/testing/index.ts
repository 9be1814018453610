import { type ShownSum, sumShownOn } from './page.ts';
import { solve } from './solve.ts';

/** A sum as a person meets it on a page, solved as a person would. */
export interface SumOnPage {
  /** What the label shows: "four − 4 =". */
  readonly question: string;
  /** Id of the ticket, as the hidden field holds it. */
  readonly challenge: string;
  /** In digits. */
  readonly right: string;
  /** Another whole number, in digits. */
  readonly wrong: string;
}

/** Names of the two fields, where they are not the usual ones. */
export interface SumFields {
  readonly challenge?: string;
  readonly response?: string;
}

/**
 * Reads the sum of a page or of a part of one, in any language sums are asked in, and solves it: from what the page
 * shows, and nothing else. For tests of forms that ask sums. Undefined when the page lacks one of the fields.
 * @throws Error when the page has the fields but no sum that a person could read; the message quotes what is there.
 */
export function readSum(html: string, fields: SumFields = {}): SumOnPage | undefined {
  const shown = sumShownOn(html, { challenge: 'challenge', response: 'response', ...fields });
  return shown && solved(shown);
}

function solved({ question, challenge, language }: ShownSum): SumOnPage {
  const answer = solve(question, language);
  return { question, challenge, right: String(answer), wrong: String(answer === 20 ? 0 : answer + 1) };
}
