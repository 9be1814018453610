import type { Translator } from '../messages/translator.ts';

const minutesIn = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;
type Unit = keyof typeof minutesIn;

/** "2.5 hours": so many minutes in the largest unit of which there are two at least. */
export function durationText(minutes: number, translator: Translator): string {
  if (minutes < 1) return translator.t('time.lessThanMinute');
  const unit = (['day', 'hour'] as const).find((unit) => minutes >= 2 * minutesIn[unit]) ?? 'minute';
  return inUnits(minutes, unit, translator);
}

/** "3 days": so many minutes in the largest unit that leaves no rest. */
export function roundDurationText(minutes: number, translator: Translator): string {
  const unit = (['week', 'day', 'hour'] as const).find((unit) => minutes % minutesIn[unit] === 0) ?? 'minute';
  return inUnits(minutes, unit, translator);
}

const formats = new Map<string, Intl.NumberFormat>();

function inUnits(minutes: number, unit: Unit, { locale }: Translator): string {
  const name = `${locale} ${unit}`;
  const format =
    formats.get(name) ??
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });
  formats.set(name, format);
  return format.format(minutes / minutesIn[unit]);
}
