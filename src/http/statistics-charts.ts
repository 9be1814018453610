import type { Statistics } from '../comments/statistics.ts';
import type { Translator } from '../messages/translator.ts';
import { barChart } from './chart.ts';
import { durationText } from './duration.ts';
import type { ChartView } from './statistics-view.ts';

type Days = Statistics['days'];
type Day = Days[number];

/** Under so many groups of bars there is room for a day's name, on a phone too. */
const mostLabels = 5;

/** What came in, what was decided and how long that took, each as a picture and as a table. */
export function chartViews(days: Days, translator: Translator): readonly ChartView[] {
  return [receivedView, decidedView, waitView].map((view) => view(days, translator));
}

function receivedView(days: Days, translator: Translator): ChartView {
  const { t } = translator;
  const legend = [
    { series: 'held', label: t('statistics.held') },
    { series: 'atOnce', label: t('statistics.atOnce') },
  ] as const;
  return {
    id: 'received',
    ...namesOf(t('statistics.receivedChart'), translator),
    description: t('statistics.receivedBars'),
    note: t('statistics.receivedNote'),
    none: t('statistics.receivedNone'),
    chart: chartOf(days, legend, translator),
    legend,
    columns: [t('statistics.received'), t('statistics.held'), t('statistics.atOnce')],
    rows: countRows(days, ({ received, held, atOnce }) => [received, held, atOnce], translator),
  };
}

function decidedView(days: Days, translator: Translator): ChartView {
  const { t } = translator;
  const legend = [
    { series: 'approved', label: t('statistics.approved') },
    { series: 'spam', label: t('statistics.spam') },
    { series: 'trash', label: t('statistics.trash') },
  ] as const;
  return {
    id: 'decided',
    ...namesOf(t('statistics.decidedChart'), translator),
    description: t('statistics.decidedBars'),
    note: t('statistics.decidedNote'),
    none: t('statistics.decidedNone'),
    chart: chartOf(days, legend, translator),
    legend,
    columns: legend.map(({ label }) => label),
    rows: countRows(days, ({ approved, spam, trash }) => [approved, spam, trash], translator),
  };
}

function waitView(days: Days, translator: Translator): ChartView {
  const { t } = translator;
  const { unit, minutes } = unitFor(Math.max(0, ...days.map(({ median }) => median ?? 0)));
  // Less than a minute is little, but it is not nothing.
  const values = days.map(({ median }) => (median === null ? 0 : Math.max(median, 0.5) / minutes));
  const text = (minutes: number | null): string => (minutes === null ? '–' : durationText(minutes, translator));
  return {
    id: 'waits',
    ...namesOf(t('statistics.waitsChart', { unit }), translator),
    description: t('statistics.waitsBars', { unit }),
    note: t('statistics.waitsNote'),
    none: t('statistics.waitsNone'),
    chart: barChart([{ name: 'median', values }], labelsOf(days, translator), lookOf(days, translator)),
    legend: [{ series: 'median', label: t('statistics.half') }],
    columns: [t('statistics.half'), t('statistics.ninetieth')],
    rows: rowsOf(days, ({ median, ninetieth }) => [median, ninetieth].map(text), translator),
  };
}

const namesOf = (heading: string, { t }: Translator) => ({
  heading,
  title: t('statistics.dayByDay', { heading }),
  inNumbers: t('statistics.inNumbersOf', { heading }),
});

/** Small enough to show differences, large enough for short numbers. */
function unitFor(minutes: number): { readonly unit: 'minutes' | 'hours' | 'days'; readonly minutes: number } {
  if (minutes < 3 * 60) return { unit: 'minutes', minutes: 1 };
  return minutes < 3 * 24 * 60 ? { unit: 'hours', minutes: 60 } : { unit: 'days', minutes: 24 * 60 };
}

function chartOf(
  days: Days,
  legend: readonly { readonly series: 'held' | 'atOnce' | 'approved' | 'spam' | 'trash' }[],
  translator: Translator,
) {
  const series = legend.map(({ series }) => ({ name: series, values: days.map((day) => day[series]) }));
  return barChart(series, labelsOf(days, translator), lookOf(days, translator));
}

const lookOf = (days: Days, { locale }: Translator) => ({
  stacked: true,
  labelEvery: Math.max(2, Math.ceil(days.length / mostLabels)),
  numberText: new Intl.NumberFormat(locale).format,
});

const shortDay = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

function labelsOf(days: Days, { locale }: Translator): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, shortDay);
  return days.map(({ day }) => format.format(day));
}

function countRows(days: Days, countsOf: (day: Day) => readonly number[], translator: Translator): ChartView['rows'] {
  const number = new Intl.NumberFormat(translator.locale);
  return rowsOf(days, (day) => countsOf(day).map((count) => number.format(count)), translator);
}

function rowsOf(days: Days, cellsOf: (day: Day) => readonly string[], translator: Translator): ChartView['rows'] {
  const labels = labelsOf(days, translator);
  return days.map((day, at) => ({ day: labels[at] ?? '', cells: cellsOf(day) })).toReversed();
}
