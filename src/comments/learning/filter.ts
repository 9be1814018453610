import type { Comment } from '../comment.ts';
import type { DecisionStore } from '../decision.ts';
import { hourMs, type TallyStore } from '../tally.ts';
import { type Counts, judge, weightOf } from './bayes.ts';
import { featuresOf, type Writing } from './features.ts';
import { everything, type Kind, type LearningStore } from './learning.ts';
import { createTraining, type TrainingParts } from './training.ts';
import { isHidden } from './wording.ts';

/** What the filter thinks of a comment. */
export interface Opinion {
  /** 0 (honest) to 1 (spam). */
  readonly score: number;
  /** The tokens that were weighed, heaviest first; above 0 one speaks for spam. */
  readonly weighed: readonly { readonly token: string; readonly weight: number }[];
}

/** What the filter has learned, for the page that shows it. */
export interface Learned extends Counts {
  /** Comments of each kind that it needs before it says anything. */
  readonly needed: number;
  /** Different words, and whatever else it goes by. */
  readonly tokens: number;
  /** Comments that it held in the last seven days. */
  readonly held: number;
  /** Decisions that are still to be read. */
  readonly behind: number;
  /** Epoch milliseconds; null: never. */
  readonly resetAt: number | null;
  /** What speaks most for each kind, strongest first. */
  readonly strongest: Readonly<Record<Kind, readonly Telling[]>>;
}

export interface Telling extends Counts {
  readonly token: string;
}

export interface LearningParts extends TrainingParts {
  readonly learning: LearningStore;
  readonly decisions: DecisionStore;
  readonly tally: Pick<TallyStore, 'total'>;
}

export type Learning = ReturnType<typeof createLearning>;

/** With fewer of one kind, what they have in common is chance. */
const needed = 50;
/** Steps of reading that somebody who opens the page waits for. */
const patience = 40;
const shown = 20;
/** On the page stands what one kind has at least twice as often as the other. */
const leastShown = Math.log(2);
const lately = 7 * 24 * hourMs;

/** A filter that learns from what moderators decide. It holds and it orders; it never decides. */
export function createLearning({ learning, decisions, tally, ...parts }: LearningParts) {
  const training = createTraining(parts);
  const read = (writing: Writing): readonly string[] => featuresOf(writing, parts.keyed);

  /** What it thinks of a comment that is being posted, by one statement; null while it knows too little. */
  async function classify({ learning }: Pick<LearningParts, 'learning'>, writing: Writing): Promise<Opinion | null> {
    const tokens = read(writing);
    return opinionOf(tokens, await learning.countsOf([everything, ...tokens]));
  }

  /** The same for the comments of a page, by id; none while it knows too little. */
  async function explain(comments: readonly Comment[]): Promise<ReadonlyMap<string, Opinion>> {
    const tokens = new Map(comments.map((comment) => [comment.id, read(comment)]));
    const counts = await learning.countsOf([everything, ...new Set([...tokens.values()].flat())]);
    const opinions = new Map<string, Opinion>();
    for (const [id, its] of tokens) {
      const opinion = opinionOf(its, counts);
      if (opinion) opinions.set(id, opinion);
    }
    return opinions;
  }

  async function state(): Promise<Learned> {
    await training.catchUp(patience);
    const all = allOf(await learning.countsOf([everything]));
    const { position, resetAt } = await learning.progress();
    const behind = ((await decisions.last())?.number ?? 0) - position;
    const tokens = await learning.size();
    const held = await tally.total('held', 'learned', parts.now() - lately);
    const strongest = { spam: await strongestOf('spam', all), honest: await strongestOf('honest', all) };
    return { ...all, needed, tokens, held, behind, resetAt, strongest };
  }

  async function strongestOf(kind: Kind, all: Counts): Promise<readonly Telling[]> {
    const telling = await learning.telling(kind, all, shown * 10);
    return [...telling]
      .map(([token, counts]) => ({ token, counts, weight: Math.abs(weightOf(counts, all)) }))
      .filter(({ token, weight }) => weight >= leastShown && !isHidden(token))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, shown)
      .map(({ token, counts }) => ({ token, ...counts }));
  }

  return { ...training, classify, explain, state };
}

function opinionOf(tokens: readonly string[], counts: ReadonlyMap<string, Counts>): Opinion | null {
  const all = allOf(counts);
  if (all.spam < needed || all.honest < needed) return null;
  return judge(tokens, counts, all);
}

const allOf = (counts: ReadonlyMap<string, Counts>): Counts => counts.get(everything) ?? { spam: 0, honest: 0 };
