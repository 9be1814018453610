/* How many comments stand in each lane. */
const place = (lane) => document.querySelector(`.lanes [data-lane="${lane}"] .count`);

export function showCounts(counts) {
  for (const [lane, count] of Object.entries(counts)) {
    const shown = place(lane);
    if (shown) shown.textContent = count;
  }
  const waiting = document.querySelector('.masthead-nav .count');
  if (waiting) waiting.firstChild.data = counts.pending;
}

export const countOf = (lane) => Number(place(lane)?.textContent);
