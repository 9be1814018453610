import { type Effect, effects, type Kind, kinds, type ListEntry, labelOf } from '../comments/list-entry.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate, Translator } from '../messages/translator.ts';
import type { CheckView } from './check-view.ts';
import type { SaidProblem } from './form-view.ts';
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
  readonly problems: readonly SaidProblem<'value'>[];
  /** What the entry would have hit; null before it was checked. */
  readonly check: CheckView | null;
  readonly told: ToldView | null;
  readonly removeAction: string;
  readonly filters: readonly {
    readonly label: string;
    readonly url: string;
    readonly count: string;
    readonly current: boolean;
  }[];
  readonly entries: readonly EntryView[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface EntryView {
  readonly id: string;
  readonly label: string;
  /** What becomes of what meets it, and until when: the sentence around the label. */
  readonly effect: readonly [string, string];
  readonly expired: boolean;
  readonly at: TimeView;
  /** Its kind and whose it is: the sentence around the time. */
  readonly made: readonly [string, string];
}

const kindLabels: Readonly<Record<Kind, MessageKey>> = {
  word: 'lists.kindWord',
  domain: 'lists.kindDomain',
  email: 'lists.kindEmail',
  network: 'lists.kindNetwork',
};
const filterLabels: Readonly<Record<Kind, MessageKey>> = {
  word: 'lists.showWords',
  domain: 'lists.showDomains',
  email: 'lists.showEmail',
  network: 'lists.showNetworks',
};
const effectLabels: Readonly<Record<Effect, MessageKey>> = { hold: 'lists.effectHold', block: 'lists.effectBlock' };
const durationLabels: Readonly<Record<Duration, MessageKey>> = {
  never: 'lists.never',
  day: 'lists.afterDay',
  week: 'lists.afterWeek',
  month: 'lists.afterMonth',
  year: 'lists.afterYear',
};

/** What the form of an entry offers. */
export const choices = (t: Translate) => ({
  kinds: kinds.map((value) => ({ value, label: t(kindLabels[value]) })),
  effects: effects.map((value) => ({ value, label: t(effectLabels[value]) })),
  durations: (Object.keys(durations) as Duration[]).map((value) => ({ value, label: t(durationLabels[value]) })),
});

interface EntryParts {
  /** Of moderators, by id. */
  readonly emails: ReadonlyMap<string, string>;
  readonly now: number;
  readonly translator: Translator;
}

export function entryView(entry: ListEntry, { emails, now, translator }: EntryParts): EntryView {
  const { t, around } = translator;
  const { id, kind, effect, expiresAt, createdAt, createdBy } = entry;
  const expired = expiresAt !== null && expiresAt <= now;
  const lasting = expiresAt === null ? 'forGood' : expired ? 'ended' : 'until';
  const day = expiresAt === null ? '' : dayView(new Date(expiresAt).toISOString().slice(0, 10), translator).text;
  const moderator = emails.get(createdBy);
  const values = { kind: t(kindLabels[kind]), moderator: moderator ?? '' };
  return {
    id,
    label: labelOf(entry, t),
    effect: around(effectSentences[effect][lasting], 'entry', { day }),
    expired,
    at: momentView(createdAt, now, translator),
    made: around(moderator === undefined ? 'lists.madeByGone' : 'lists.made', 'when', values),
  };
}

const effectSentences: Readonly<Record<Effect, Readonly<Record<'forGood' | 'until' | 'ended', MessageKey>>>> = {
  hold: { forGood: 'lists.isHeld', until: 'lists.isHeldUntil', ended: 'lists.isHeldEnded' },
  block: { forGood: 'lists.isFiled', until: 'lists.isFiledUntil', ended: 'lists.isFiledEnded' },
};

/** All, and each kind. */
export function filtersOf(
  url: string,
  entries: readonly ListEntry[],
  shown: Kind | null,
  { t, locale }: Translator,
): ListsView['filters'] {
  const number = new Intl.NumberFormat(locale);
  const all = { label: t('lists.showAll'), url, count: number.format(entries.length), current: shown === null };
  const ofKind = (kind: Kind) => ({
    label: t(filterLabels[kind]),
    url: `${url}?show=${kind}`,
    count: number.format(entries.filter((entry) => entry.kind === kind).length),
    current: shown === kind,
  });
  return [all, ...kinds.map(ofKind)];
}
