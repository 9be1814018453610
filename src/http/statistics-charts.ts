import type { Statistics } from '../comments/statistics.ts';
import { barChart } from './chart.ts';
import { durationText } from './duration.ts';
import type { ChartView } from './statistics-view.ts';

type Days = Statistics['days'];
type Day = Days[number];

/** Under so many groups of bars there is room for a day's name, on a phone too. */
const mostLabels = 5;

/** What came in, what was decided and how long that took, each as a picture and as a table. */
export function chartViews(days: Days): readonly ChartView[] {
  return [receivedView(days), decidedView(days), waitView(days)];
}

function receivedView(days: Days): ChartView {
  const legend = [
    { series: 'held', label: 'Held' },
    { series: 'atOnce', label: 'Published at once' },
  ] as const;
  return {
    id: 'received',
    heading: 'Comments received',
    description: 'One bar for each day, the oldest first: those held, and on top of them those published at once.',
    note: 'Comments of visitors, on the day they came. What moderators wrote and what was erased is left out; held are those that a rule kept from being published at once.',
    none: 'No comment was received in these days.',
    chart: chartOf(days, legend),
    legend,
    columns: ['Received', 'Held', 'Published at once'],
    rows: rowsOf(days, ({ received, held, atOnce }) => [received, held, atOnce].map(numberText)),
  };
}

function decidedView(days: Days): ChartView {
  const legend = [
    { series: 'approved', label: 'Approved' },
    { series: 'spam', label: 'Spam' },
    { series: 'trash', label: 'Trash' },
  ] as const;
  return {
    id: 'decided',
    heading: 'Decided by moderators',
    description: 'One bar for each day, the oldest first: those approved, on top of them spam, then trash.',
    note: 'Each comment counts once: on the day a moderator first decided on it, as what it is now. A decision that was undone counts for nothing.',
    none: 'Moderators decided on nothing in these days.',
    chart: chartOf(days, legend),
    legend,
    columns: legend.map(({ label }) => label),
    rows: rowsOf(days, ({ approved, spam, trash }) => [approved, spam, trash].map(numberText)),
  };
}

function waitView(days: Days): ChartView {
  const unit = unitFor(Math.max(0, ...days.map(({ median }) => median ?? 0)));
  // Less than a minute is little, but it is not nothing.
  const values = days.map(({ median }) => (median === null ? 0 : Math.max(median, 0.5) / unit.minutes));
  const text = (minutes: number | null): string => (minutes === null ? '–' : durationText(minutes));
  return {
    id: 'waits',
    heading: `Time to a decision, in ${unit.name}`,
    description: `One bar for each day, the oldest first: how many ${unit.name} half of the comments decided on that day had waited at the most.`,
    note: 'From receiving a comment that was held to the first decision on it, by the day of the decision. The bars are medians: half were decided on sooner.',
    none: 'No comment that was held was decided on in these days.',
    chart: barChart([{ name: 'median', values }], labelsOf(days), lookOf(days)),
    legend: [{ series: 'median', label: 'Half within' }],
    columns: ['Half within', 'Nine of ten within'],
    rows: rowsOf(days, ({ median, ninetieth }) => [median, ninetieth].map(text)),
  };
}

/** Small enough to show differences, large enough for short numbers. */
function unitFor(minutes: number): { readonly name: string; readonly minutes: number } {
  if (minutes < 3 * 60) return { name: 'minutes', minutes: 1 };
  return minutes < 3 * 24 * 60 ? { name: 'hours', minutes: 60 } : { name: 'days', minutes: 24 * 60 };
}

function chartOf(
  days: Days,
  legend: readonly { readonly series: 'held' | 'atOnce' | 'approved' | 'spam' | 'trash' }[],
) {
  const series = legend.map(({ series }) => ({ name: series, values: days.map((day) => day[series]) }));
  return barChart(series, labelsOf(days), lookOf(days));
}

const lookOf = (days: Days) => ({ stacked: true, labelEvery: Math.max(2, Math.ceil(days.length / mostLabels)) });

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const labelsOf = (days: Days): readonly string[] => days.map(({ day }) => shortDay.format(day));

const number = new Intl.NumberFormat('en');
const numberText = (count: number): string => number.format(count);

function rowsOf(days: Days, cellsOf: (day: Day) => readonly string[]): ChartView['rows'] {
  return days.map((day) => ({ day: shortDay.format(day.day), cells: cellsOf(day) })).toReversed();
}
