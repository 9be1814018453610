/** Asks at most once in so many milliseconds; whoever asks meanwhile gets the same answer, unless it was a failure. */
export function keptFor<T>(milliseconds: number, now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let kept: { readonly until: number; readonly answer: Promise<T> } | null = null;
  return () => {
    const time = now();
    if (kept && time < kept.until) return kept.answer;
    const asked = { until: time + milliseconds, answer: ask() };
    kept = asked;
    asked.answer.catch(() => {
      if (kept === asked) kept = null;
    });
    return asked.answer;
  };
}
