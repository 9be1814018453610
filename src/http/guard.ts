import type { RequestHandler } from 'express';
import type { GuardReport } from '../comments/guard-report.ts';
import { barChart } from './chart.ts';
import type { GuardView } from './guard-view.ts';
import type { ShowPage } from './pages.ts';
import { limitLabel, ruleLabel } from './rule-labels.ts';

export interface GuardPageParts {
  readonly report: () => Promise<GuardReport>;
  readonly show: ShowPage;
}

/** What the guard did lately, for moderators. */
export function guardPage({ report, show }: GuardPageParts): RequestHandler {
  return async (req, res) => {
    show(req, res, { view: 'moderation/guard', title: 'Guard · Moderation' }, guardView(await report()));
  };
}

function guardView({ hours, breaker, networks, held, refused, published }: GuardReport): GuardView {
  const labels = hours.map(({ hour }) => `${new Date(hour).toISOString().slice(11, 13)}:00`);
  const series = (['issued', 'right', 'wrong'] as const).map((name) => ({
    name,
    values: hours.map((hour) => hour[name]),
  }));
  const total = (name: 'issued' | 'right' | 'wrong'): number => hours.reduce((sum, hour) => sum + hour[name], 0);
  return {
    breaker,
    totals: { issued: total('issued'), right: total('right'), wrong: total('wrong'), published },
    chart: barChart(series, labels),
    hours: hours.map((hour, at) => ({ ...hour, label: labels[at] ?? '' })).toReversed(),
    held: held.map(({ rule, count }) => ({ label: ruleLabel(rule), count })),
    refused: refused.map(({ limit, count }) => ({ label: limitLabel(limit), count })),
    // Enough to tell them apart, and to see one come back.
    networks: networks.map(({ network, wrong }) => ({ label: network.slice(0, 8), count: wrong })),
  };
}
