import type { Request, RequestHandler } from 'express';
import type { Range, Statistics, Sums } from '../comments/statistics.ts';
import { ranges, verdictDays } from '../comments/statistics.ts';
import type { Translator } from '../messages/translator.ts';
import { durationText } from './duration.ts';
import { translatorOf } from './language.ts';
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
    const translator = translatorOf(res);
    const fields = statisticsView(req, range, await statistics(range), translator);
    show(req, res, { view: 'moderation/statistics', title: translator.t('statistics.title') }, fields);
  };
}

function statisticsView(req: Request, range: Range, statistics: Statistics, translator: Translator): StatisticsView {
  const { t, locale } = translator;
  const number = new Intl.NumberFormat(locale);
  const { days, total, articles, verdicts } = statistics;
  return {
    ranges: ranges.map((each) => ({
      label: t('statistics.range', { days: each }),
      url: `${req.baseUrl}/moderation/statistics?days=${each}`,
      current: each === range,
    })),
    lead: t('statistics.lead', {
      from: longDay(days.at(0)?.day, translator),
      until: longDay(days.at(-1)?.day, translator),
    }),
    any: total.received + total.approved + total.spam + total.trash > 0,
    totals: totalViews(total, translator),
    charts: chartViews(days, translator),
    articles: articles.map(({ thread, received, held }) => ({
      title: thread.title,
      url: `${req.baseUrl}${thread.url}`,
      received: number.format(received),
      held: number.format(held),
    })),
    verdicts: verdictViews(verdicts, translator),
    verdictsLast: t('statistics.guardDays', { days: verdictDays }),
  };
}

const longDay = (day = 0, translator: Translator): string =>
  dayView(new Date(day).toISOString().slice(0, 10), translator).text;

function totalViews(sums: Sums, translator: Translator): StatisticsView['totals'] {
  const { t, locale } = translator;
  const { format } = new Intl.NumberFormat(locale);
  const wait = (minutes: number | null): string => (minutes === null ? '–' : durationText(minutes, translator));
  return [
    { label: t('statistics.received'), value: format(sums.received) },
    { label: t('statistics.atOnce'), value: format(sums.atOnce) },
    { label: t('statistics.held'), value: format(sums.held) },
    { label: t('statistics.approved'), value: format(sums.approved) },
    { label: t('statistics.spam'), value: format(sums.spam) },
    { label: t('statistics.trash'), value: format(sums.trash) },
    { label: t('statistics.median'), value: wait(sums.median) },
    { label: t('statistics.ninetieth'), value: wait(sums.ninetieth) },
  ];
}
