import { CommentsError } from '../comments/error.ts';
import { type Effect, effects, type Kind, kinds, type Wanted, wanted } from '../comments/list-entry.ts';
import type { Translate } from '../messages/translator.ts';
import { type Keyed, originOf } from './address.ts';
import type { SaidProblem } from './form-view.ts';

/** How long an entry can be told to last, in milliseconds; null: for good. */
const dayMs = 24 * 3_600_000;
export const durations = {
  never: null,
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs,
} as const satisfies Readonly<Record<string, number | null>>;
export type Duration = keyof typeof durations;

/** The form of an entry as it came. */
export interface TypedEntry {
  readonly kind: Kind;
  readonly value: string;
  readonly effect: Effect;
  readonly lasts: Duration;
  /** What was checked last, as `checkOf` writes it. */
  readonly checked: string;
}

export interface EntryForm {
  readonly typed: TypedEntry;
  /** Null when there is a problem. */
  readonly wanted: Wanted | null;
  readonly problems: readonly SaidProblem<'value'>[];
}

/** A posted form, or a query that fills one, to what was typed; what is no choice of ours becomes the first one. */
export function typedEntry(posted: unknown): TypedEntry {
  const fields: Record<string, unknown> = typeof posted === 'object' && posted !== null ? { ...posted } : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name].slice(0, 1_000) : '');
  return {
    kind: kinds.find((kind) => kind === text('kind')) ?? 'word',
    value: text('value'),
    effect: effects.find((effect) => effect === text('effect')) ?? 'hold',
    lasts: (Object.keys(durations) as Duration[]).find((name) => name === text('lasts')) ?? 'never',
    checked: text('checked'),
  };
}

/** The same, and what is looked for by it. An address becomes its keyed hash here, and is kept nowhere. */
export function readEntryForm(posted: unknown, keyed: Keyed, t: Translate): EntryForm {
  const typed = typedEntry(posted);
  const { kind, value } = typed;
  try {
    const origin = kind === 'network' ? originOf(value, keyed) : null;
    return { typed, wanted: wanted(kind, origin ?? value), problems: [] };
  } catch (error) {
    if (!(error instanceof CommentsError)) throw error;
    return { typed, wanted: null, problems: [{ field: 'value', message: t(error.said) }] };
  }
}

/** Goes along with the form, so that what is saved is what was checked. */
export const checkOf = ({ kind, value }: Wanted): string => `${kind} ${value}`;
