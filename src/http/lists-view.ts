import type { Status } from '../comments/comment.ts';
import { type Effect, effects, type Kind, kinds, type ListEntry, labelOf } from '../comments/list-entry.ts';
import type { Example, Simulation } from '../comments/simulation.ts';
import type { Problem } from './form-view.ts';
import { type Duration, durations, type TypedEntry } from './lists-form.ts';
import { dayView, momentView } from './time-view.ts';
import type { ToldView } from './told-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/lists.ejs */
export interface ListsView {
  readonly action: string;
  readonly typed: TypedEntry;
  readonly kinds: readonly Choice[];
  readonly effects: readonly Choice[];
  readonly durations: readonly Choice[];
  readonly problems: readonly Problem<'value'>[];
  /** What the entry would have hit; null before it was checked. */
  readonly check: CheckView | null;
  readonly told: ToldView | null;
  readonly removeAction: string;
  readonly filters: readonly {
    readonly label: string;
    readonly url: string;
    readonly count: number;
    readonly current: boolean;
  }[];
  readonly entries: readonly EntryView[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface CheckView {
  readonly sentence: string;
  /** What is to be thought of before saving, or null. */
  readonly warning: string | null;
  readonly examples: readonly (Example & { readonly lane: string })[];
}

interface EntryView {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly effect: string;
  /** Null: for good. */
  readonly until: TimeView | null;
  readonly expired: boolean;
  readonly at: TimeView;
  /** Null when the account is gone. */
  readonly by: string | null;
}

const kindLabels: Record<Kind, string> = {
  word: 'Word or words',
  domain: 'Domain of a link',
  email: 'E-mail address or domain',
  network: 'Network or address',
};
const filterLabels: Record<Kind, string> = {
  word: 'Words',
  domain: 'Domains',
  email: 'E-mail',
  network: 'Networks',
};
const effectLabels: Record<Effect, string> = { hold: 'Hold for a moderator', block: 'File as spam' };
const durationLabels: Record<Duration, string> = {
  never: 'Never',
  day: 'After a day',
  week: 'After a week',
  month: 'After 30 days',
  year: 'After a year',
};
const laneLabels: Record<Status, string> = { pending: 'pending', approved: 'approved', spam: 'spam', trash: 'trash' };

/** What the form of an entry offers. */
export const choices = {
  kinds: kinds.map((value) => ({ value, label: kindLabels[value] })),
  effects: effects.map((value) => ({ value, label: effectLabels[value] })),
  durations: (Object.keys(durations) as Duration[]).map((value) => ({ value, label: durationLabels[value] })),
};

export function entryView(entry: ListEntry, emails: ReadonlyMap<string, string>, now: number): EntryView {
  const { id, kind, effect, expiresAt, createdAt, createdBy } = entry;
  return {
    id,
    kind: kindLabels[kind],
    label: labelOf(entry),
    effect: effect === 'block' ? 'filed as spam' : 'held',
    until: expiresAt === null ? null : dayView(new Date(expiresAt).toISOString().slice(0, 10)),
    expired: expiresAt !== null && expiresAt <= now,
    at: momentView(createdAt, now),
    by: emails.get(createdBy) ?? null,
  };
}

/** All, and each kind. */
export function filtersOf(url: string, entries: readonly ListEntry[], shown: Kind | null): ListsView['filters'] {
  const all = { label: 'All', url, count: entries.length, current: shown === null };
  const ofKind = (kind: Kind) => ({
    label: filterLabels[kind],
    url: `${url}?show=${kind}`,
    count: entries.filter((entry) => entry.kind === kind).length,
    current: shown === kind,
  });
  return [all, ...kinds.map(ofKind)];
}

const inDigits = new Intl.NumberFormat('en');

/** "Would have hit 12 of the last 30 days’ 3,450 comments: 3 approved, 9 spam." */
export function checkView(simulation: Simulation, { kind, effect }: Pick<TypedEntry, 'kind' | 'effect'>): CheckView {
  const { tried, cut, hits, examples } = simulation;
  const lanes = (Object.keys(laneLabels) as Status[]).filter((status) => hits[status] > 0);
  const total = lanes.reduce((sum, status) => sum + hits[status], 0);
  const known = kind === 'network' ? ' whose origin is still known' : '';
  const all =
    tried === 1
      ? `the one comment of the last 30 days${known}`
      : `the ${inDigits.format(tried)} comments of the last 30 days${known}`;
  const split = lanes.map((status) => `${inDigits.format(hits[status])} ${laneLabels[status]}`).join(', ');
  const sentence =
    tried === 0
      ? `There are no comments of the last 30 days${known} to try it on.`
      : `Would have hit ${total === 0 ? 'none' : inDigits.format(total)} of ${all}${total === 0 ? '' : `: ${split}`}.`;
  return {
    sentence: cut ? `${sentence} Only the newest were tried.` : sentence,
    warning: warningOf(hits.approved, effect),
    examples: examples.map((example) => ({ ...example, lane: laneLabels[example.status] })),
  };
}

function warningOf(approved: number, effect: Effect): string | null {
  if (approved === 0) return null;
  const those = approved === 1 ? 'one that readers see today' : `${inDigits.format(approved)} that readers see today`;
  return `Among them ${approved === 1 ? 'is' : 'are'} ${those}. Comments like ${approved === 1 ? 'it' : 'them'} would be ${effect === 'block' ? 'filed as spam' : 'held'} from now on.`;
}
