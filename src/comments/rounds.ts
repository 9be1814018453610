/** Work that comes round again while the application is open. */
export interface Rounds {
  /** Does it every `ms` milliseconds, and whenever the function given back is called; that one never rejects. */
  every(ms: number, work: () => Promise<unknown>, failure: string): () => Promise<void>;
  stop(): void;
}

/** What fails is told to the log, and done again the next time. */
export function createRounds(log: { error(details: object, message: string): void }): Rounds {
  const timers: ReturnType<typeof setInterval>[] = [];
  return {
    every(ms, work, failure) {
      const attempt = async (): Promise<void> => {
        await work().catch((error: unknown) => log.error({ err: error }, failure));
      };
      timers.push(setInterval(() => void attempt(), ms).unref());
      return attempt;
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
