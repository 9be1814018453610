import type { Closed } from '../comments/closing.ts';
import { type Message, type MessageKey, message } from '../messages/message.ts';
import type { Problem, ReplyField } from './form-view.ts';

/** Said where the form was; none of them loses what was typed. */
export const closedMeanwhile = ({ sentence }: Closed): readonly Problem<ReplyField>[] => [
  { field: null, message: sentence },
  { field: null, message: 'reply.notStored' },
];
/** `seconds` until there are sums again. */
export const tooManySums = (seconds: number): Message =>
  message('reply.tooManySums', { minutes: Math.ceil(seconds / 60) });
export const tooManyOthers = (seconds: number): Message =>
  message('reply.tooManyOthers', { minutes: Math.ceil(seconds / 60) });

/** Why a ticket was not taken, and what to do now. */
export const refusals = {
  wrong: 'sum.wrong',
  malformed: 'sum.malformed',
  expired: 'sum.expired',
  unknown: 'sum.unknown',
  'too-fast': 'sum.tooFast',
} as const satisfies Record<string, MessageKey>;
