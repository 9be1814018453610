import type { Closed } from '../comments/closing.ts';
import type { Problem, ReplyField } from './form-view.ts';

/** Said where the form was; none of them loses what was typed. */
export const closedMeanwhile = ({ sentence }: Closed): Problem<ReplyField> => ({
  field: null,
  message: `${sentence} So yours was not stored. Your text is still here for you to copy.`,
});
export const oneMoreStep = 'One more step: solve this sum, then post. Your text is still here.';
/** To a known author, whose form was open too long, or came without its ticket. */
export const postAgain = 'One more step: post again. Your text is still here.';
export const cookiesNeeded =
  'This site needs one cookie to check the sum. Allow cookies for this site, then solve the new sum.';
/** `seconds` until there are sums again. */
export const tooManySums = (seconds: number): string =>
  `Too many sums were asked for from here. Post again in ${minutes(seconds)}; your text is still here.`;
export const tooManyOthers = (seconds: number): string =>
  `You have seen many sums. Solve this one, or ask for another in ${minutes(seconds)}.`;

function minutes(seconds: number): string {
  const count = Math.ceil(seconds / 60);
  return count === 1 ? 'a minute' : `${count} minutes`;
}

/** Why a ticket was not taken, and what to do now. */
export const refusals = {
  wrong: 'That was not the right answer. Solve the new sum.',
  malformed: 'Enter the result of the sum as a number or a word.',
  expired: 'The sum was more than a day old. Solve the new one.',
  unknown: 'That sum is no longer good. Solve the new one.',
  'too-fast': 'That was very quick. Solve the new sum, then post again.',
} as const;
