/** How many waited so long, by how long: in minutes or in milliseconds. */
export type Waits = ReadonlyMap<number, number>;

/**
 * The shortest wait that the given share (more than 0, at most 1) of all did not exceed: the nearest rank, always one
 * that somebody had. Null where nobody waited.
 */
export function percentile(waits: Waits, share: number): number | null {
  // Sorted as plain numbers: a year of waits has many.
  const sorted = Float64Array.from(waits.keys()).sort();
  const total = [...waits.values()].reduce((sum, count) => sum + count, 0);
  let counted = 0;
  for (const wait of sorted) {
    counted += waits.get(wait) ?? 0;
    if (counted >= share * total) return wait;
  }
  return null;
}
