import type { Place } from '../comments/waiting.ts';
import type { Translator } from '../messages/translator.ts';
import { roundDurationText } from './duration.ts';

/** What the author of a waiting comment is told: its place, what is usual here, and why nothing is promised. */
export const placeSentence = (place: Place, translator: Translator): string =>
  `${placeOf(place, translator)} ${usualOf(place, translator)}`;

const minuteMs = 60_000;

function placeOf({ before, more }: Place, { t }: Translator): string {
  return t(more ? 'place.beforeMore' : 'place.before', { count: before });
}

function usualOf({ usual }: Place, translator: Translator): string {
  const { t } = translator;
  if (usual === null) return t('place.unknown');
  if (usual.within === null) return t('place.long');
  const time = roundDurationText(usual.within / minuteMs, translator);
  return t(usual.exceeded ? 'place.exceeded' : 'place.usual', { time });
}
