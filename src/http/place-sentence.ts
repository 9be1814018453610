import type { Place } from '../comments/waiting.ts';
import { roundDurationText } from './duration.ts';

/** What the author of a waiting comment is told: its place, what is usual here, and why nothing is promised. */
export const placeSentence = (place: Place): string => `${placeOf(place)} ${usualOf(place)}`;

const number = new Intl.NumberFormat('en');
const minuteMs = 60_000;

function placeOf({ before, more }: Place): string {
  if (more) return `More than ${number.format(before)} others came before it.`;
  if (before === 0) return 'It is first in the queue.';
  return before === 1 ? '1 other came before it.' : `${number.format(before)} others came before it.`;
}

function usualOf({ usual }: Place): string {
  if (usual === null) return 'How long it takes cannot be said yet: too few were decided on lately.';
  if (usual.within === null) return 'Comments here often wait for more than a week, because people read each one.';
  const within = roundDurationText(usual.within / minuteMs);
  return usual.exceeded
    ? `Most comments here are decided on within ${within}; this one takes longer, because people read each one.`
    : `Comments here are usually decided on within ${within}. Nothing is promised, because people read each one.`;
}
