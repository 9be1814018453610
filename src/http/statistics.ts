import type { Request, RequestHandler } from 'express';
import type { Range, Statistics, Sums } from '../comments/statistics.ts';
import { ranges, verdictDays } from '../comments/statistics.ts';
import { durationText } from './duration.ts';
import type { ShowPage } from './pages.ts';
import { chartViews } from './statistics-charts.ts';
import type { StatisticsView } from './statistics-view.ts';
import { dayView } from './time-view.ts';
import { verdictViews } from './verdict-view.ts';

export interface StatisticsPageParts {
  readonly statistics: (range: Range) => Promise<Statistics>;
  readonly show: ShowPage;
}

const usualRange: Range = 30;

/** What came in and what became of it, for moderators. */
export function statisticsPage({ statistics, show }: StatisticsPageParts): RequestHandler {
  return async (req, res) => {
    const range = ranges.find((each) => String(each) === req.query.days) ?? usualRange;
    const fields = statisticsView(req, range, await statistics(range));
    show(req, res, { view: 'moderation/statistics', title: 'Statistics · Moderation' }, fields);
  };
}

function statisticsView(req: Request, range: Range, statistics: Statistics): StatisticsView {
  const { days, total, articles, verdicts } = statistics;
  return {
    ranges: ranges.map((each) => ({
      label: `${each} days`,
      url: `${req.baseUrl}/moderation/statistics?days=${each}`,
      current: each === range,
    })),
    period: `${longDay(days.at(0)?.day)} to ${longDay(days.at(-1)?.day)}`,
    any: total.received + total.approved + total.spam + total.trash > 0,
    totals: totalViews(total),
    charts: chartViews(days),
    articles: articles.map(({ thread, received, held }) => ({
      title: thread.title,
      url: `${req.baseUrl}${thread.url}`,
      received: number.format(received),
      held: number.format(held),
    })),
    verdicts: verdictViews(verdicts),
    verdictDays,
  };
}

const number = new Intl.NumberFormat('en');

const longDay = (day = 0): string => dayView(new Date(day).toISOString().slice(0, 10)).text;

function totalViews({ received, atOnce, held, approved, spam, trash, median, ninetieth }: Sums) {
  const wait = (minutes: number | null): string => (minutes === null ? '–' : durationText(minutes));
  return [
    { label: 'Received', value: number.format(received) },
    { label: 'Published at once', value: number.format(atOnce) },
    { label: 'Held', value: number.format(held) },
    { label: 'Approved', value: number.format(approved) },
    { label: 'Spam', value: number.format(spam) },
    { label: 'Trash', value: number.format(trash) },
    { label: 'Half decided on within', value: wait(median) },
    { label: 'Nine of ten within', value: wait(ninetieth) },
  ];
}
