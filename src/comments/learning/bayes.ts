/** Comments of each kind: those that have a token, or all that were learned from. */
export interface Counts {
  readonly spam: number;
  readonly honest: number;
}

/** What one token has to say: above 0 it speaks for spam. */
export interface Weighed {
  readonly token: string;
  /** Natural logarithm of the odds. */
  readonly weight: number;
}

export interface Judgement {
  /** 0 (honest) to 1 (spam); ½ says nothing. */
  readonly score: number;
  /** What was weighed, heaviest first. */
  readonly weighed: readonly Weighed[];
}

/** Comments that are imagined on both sides, so that one comment proves little. */
const smoothing = 1;
/** No token, however often it was met, speaks for itself alone: twenty to one. */
export const heaviest = Math.log(20);
/** The strongest decide: the rest of a long text is noise, and padding with honest words buys little. */
const mostWeighed = 25;
/** Words say the same thing several times over; their odds are not independent, as naive Bayes takes them to be. */
const damping = 1.5;

/**
 * The weight of a token, by the share of each kind that has it. The larger kind is scaled down to the smaller, so that
 * what was never met weighs nothing, however much more spam there was than honest comments.
 */
export function weightOf(token: Counts, all: Counts): number {
  const least = Math.min(all.spam, all.honest);
  if (least === 0) return 0;
  const spam = (token.spam * least) / all.spam + smoothing;
  const honest = (token.honest * least) / all.honest + smoothing;
  return Math.max(-heaviest, Math.min(heaviest, Math.log(spam / honest)));
}

/** Naive Bayes with even odds beforehand: how the site's past was mixed says little about who writes next. */
export function judge(tokens: readonly string[], counts: ReadonlyMap<string, Counts>, all: Counts): Judgement {
  const weighed = tokens
    .map((token) => ({ token, weight: weightOf(counts.get(token) ?? { spam: 0, honest: 0 }, all) }))
    .filter(({ weight }) => weight !== 0)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight) || (one.token < other.token ? -1 : 1))
    .slice(0, mostWeighed);
  const sum = weighed.reduce((odds, { weight }) => odds + weight, 0);
  return { score: 1 / (1 + Math.exp(-sum / damping)), weighed };
}
