import type { RequestHandler } from 'express';
import type { BreakerState, GuardReport } from '../comments/guard-report.ts';
import type { Translator } from '../messages/translator.ts';
import { barChart } from './chart.ts';
import type { GuardView } from './guard-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { limitLabel, ruleLabel } from './rule-labels.ts';

export interface GuardPageParts {
  readonly report: () => Promise<GuardReport>;
  readonly show: ShowPage;
}

/** What the guard did lately, for moderators. */
export function guardPage({ report, show }: GuardPageParts): RequestHandler {
  return async (req, res) => {
    const translator = translatorOf(res);
    const title = translator.t('guard.title');
    show(req, res, { view: 'moderation/guard', title }, guardView(await report(), translator));
  };
}

function guardView(report: GuardReport, translator: Translator): GuardView {
  const { hours, breaker, networks, held, refused, published } = report;
  const { t, locale } = translator;
  const { format } = new Intl.NumberFormat(locale);
  const hourFormat = new Intl.DateTimeFormat(locale, hourStyle);
  const labels = hours.map(({ hour }) => hourFormat.format(hour));
  const series = (['issued', 'right', 'wrong'] as const).map((name) => ({
    name,
    values: hours.map((hour) => hour[name]),
  }));
  const total = (name: 'issued' | 'right' | 'wrong'): string =>
    format(hours.reduce((sum, hour) => sum + hour[name], 0));
  return {
    breaker: { open: breaker.open, why: whyOf(breaker, translator) },
    totals: [
      { label: t('guard.sumsIssued'), value: total('issued') },
      { label: t('guard.right'), value: total('right') },
      { label: t('guard.wrong'), value: total('wrong') },
      { label: t('guard.published'), value: format(published) },
    ],
    chart: barChart(series, labels, { stacked: false, labelEvery: 4, numberText: format }),
    hours: hours
      .map(({ issued, right, wrong }, at) => ({
        label: labels[at] ?? '',
        issued: format(issued),
        right: format(right),
        wrong: format(wrong),
      }))
      .toReversed(),
    held: held.map(({ rule, count }) => ({ label: t(ruleLabel(rule)), count: format(count) })),
    refused: refused.map(({ limit, count }) => ({ label: t(limitLabel(limit)), count: format(count) })),
    // Enough to tell them apart, and to see one come back.
    networks: networks.map(({ network, wrong }) => ({ label: network.slice(0, 8), count: format(wrong) })),
  };
}

const hourStyle = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;

function whyOf({ open, wrongLately, wrongToday, rightToday }: BreakerState, { t }: Translator): string {
  const today = { wrong: wrongToday, right: rightToday };
  return open ? t('guard.openWhy', { ...today, lately: wrongLately }) : t('guard.calmWhy', today);
}
