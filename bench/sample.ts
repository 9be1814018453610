/** What a stretch of load came to. */
export interface Sample {
  /** How long each request took, in milliseconds. */
  readonly latencies: readonly number[];
  /** How long they took together, in seconds. */
  readonly seconds: number;
}

/** A sample, and what it cost the process that answered. */
export interface Cost extends Sample {
  /** Processor time, in microseconds for all requests together. */
  readonly cpu: number;
}

export function joined(costs: readonly Cost[]): Cost {
  return {
    latencies: costs.flatMap((cost) => cost.latencies),
    seconds: sum(costs.map((cost) => cost.seconds)),
    cpu: sum(costs.map((cost) => cost.cpu)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The latency that `share` (0 to 1) of the requests stayed within, in milliseconds: nearest rank. */
export function percentile({ latencies }: Sample, share: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
