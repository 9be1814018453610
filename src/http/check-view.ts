import type { Status } from '../comments/comment.ts';
import type { Effect } from '../comments/list-entry.ts';
import type { Example, Simulation } from '../comments/simulation.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import type { TypedEntry } from './lists-form.ts';

/** What an entry of the lists would have hit, in views/moderation/lists.ejs. */
export interface CheckView {
  readonly sentence: string;
  /** What is to be thought of before saving, or null. */
  readonly warning: string | null;
  readonly examples: readonly (Example & { readonly lane: string })[];
}

/** "Would have hit 12 of the 3,450 comments of the last 30 days: 3 approved, 9 spam." */
export function checkView(
  simulation: Simulation,
  { kind, effect }: Pick<TypedEntry, 'kind' | 'effect'>,
  translator: Translator,
): CheckView {
  const { t } = translator;
  const { cut, hits, examples } = simulation;
  const sentence = sentenceOf(simulation, kind === 'network' ? ofKnownOrigin : ofAll, translator);
  return {
    sentence: cut ? `${sentence} ${t('lists.onlyNewest')}` : sentence,
    warning: hits.approved === 0 ? null : t(warnings[effect], { count: hits.approved }),
    examples: examples.map((example) => ({ ...example, lane: t(laneLabels[example.status]) })),
  };
}

type Sentences = Readonly<Record<'untried' | 'none' | 'some', MessageKey>>;

const ofAll: Sentences = { untried: 'lists.untried', none: 'lists.hitNone', some: 'lists.hit' };
/** Of a network: tried on comments whose origin is still known. */
const ofKnownOrigin: Sentences = {
  untried: 'lists.untriedKnown',
  none: 'lists.hitNoneKnown',
  some: 'lists.hitKnown',
};

function sentenceOf({ tried, hits }: Simulation, sentences: Sentences, { t, locale }: Translator): string {
  const lanes = (Object.keys(laneHits) as Status[]).filter((status) => hits[status] > 0);
  if (tried === 0) return t(sentences.untried);
  if (lanes.length === 0) return t(sentences.none, { tried });
  const total = lanes.reduce((sum, status) => sum + hits[status], 0);
  const split = lanes.map((status) => t(laneHits[status], { count: hits[status] }));
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(split);
  return t(sentences.some, { tried, hits: total, lanes: list });
}

const warnings: Readonly<Record<Effect, MessageKey>> = { hold: 'lists.warningHold', block: 'lists.warningBlock' };
const laneLabels: Readonly<Record<Status, MessageKey>> = {
  pending: 'lists.pending',
  approved: 'lists.approved',
  spam: 'lists.spam',
  trash: 'lists.trash',
};
const laneHits: Readonly<Record<Status, MessageKey>> = {
  pending: 'lists.hitsPending',
  approved: 'lists.hitsApproved',
  spam: 'lists.hitsSpam',
  trash: 'lists.hitsTrash',
};
