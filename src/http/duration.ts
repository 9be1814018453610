const minutesIn = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;
type Unit = keyof typeof minutesIn;

const formats = Object.fromEntries(
  Object.keys(minutesIn).map((unit) => [
    unit,
    new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }),
  ]),
);

/** "2.5 hours": so many minutes in the largest unit of which there are two at least. */
export function durationText(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  return inUnits(minutes, (['day', 'hour'] as const).find((unit) => minutes >= 2 * minutesIn[unit]) ?? 'minute');
}

/** "3 days": so many minutes in the largest unit that leaves no rest. */
export function roundDurationText(minutes: number): string {
  return inUnits(
    minutes,
    (['week', 'day', 'hour'] as const).find((unit) => minutes % minutesIn[unit] === 0) ?? 'minute',
  );
}

const inUnits = (minutes: number, unit: Unit): string => formats[unit]?.format(minutes / minutesIn[unit]) ?? '';
