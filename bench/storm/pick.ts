/** One of several, by the dice. */
export function pick<const T>(items: readonly T[], draw: (below: number) => number): T {
  return items[draw(items.length)] as T;
}
