import { defaultLimits, inWords, weakerLimits } from './comments/limits.ts';
import { silencesOf } from './notices.ts';
import type { CheckedOptions } from './options.ts';

/** What whoever runs it should know: settings that let more through than the defaults do, or that do nothing. */
export function warningsOf(options: CheckedOptions): readonly string[] {
  const weaknesses = weaknessesOf(options);
  const weaker = `The guard is weaker than by default: ${weaknesses.join('; ')}.`;
  return [...(weaknesses.length > 0 ? [weaker] : []), ...silencesOf(options)];
}

function weaknessesOf(options: CheckedOptions): readonly string[] {
  const { limits, challengeThinkSeconds: think, challengeOutstanding: forms, mostLinks } = options;
  return [
    ...(options.firstComment === 'publish' ? ['first comments are published at once (default: held)'] : []),
    ...(think < 3 ? [`think time ${think} s (default 3 s)`] : []),
    ...(forms > 8 ? [`${forms} open forms a visit (default 8)`] : []),
    ...(mostLinks > 1 ? [`${mostLinks} links a comment (default 1)`] : []),
    ...weakerLimits(limits).map((name) => `${name} ${inWords(limits[name])} (default ${inWords(defaultLimits[name])})`),
  ];
}
