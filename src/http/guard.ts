import type { RequestHandler } from 'express';
import type { GuardReport } from '../comments/guard-report.ts';
import { barChart } from './chart.ts';
import type { GuardView } from './guard-view.ts';
import type { ShowPage } from './pages.ts';

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
    held: held.map(({ rule, count }) => ({ label: rules[rule] ?? rule, count })),
    refused: refused.map(({ limit, count }) => ({ label: limits[limit] ?? limit, count })),
    // Enough to tell them apart, and to see one come back.
    networks: networks.map(({ network, wrong }) => ({ label: network.slice(0, 8), count: wrong })),
  };
}

/** What rules and limits are called; one without a name here is shown as it is. */
export const rules: Readonly<Record<string, string>> = {
  listed: 'On your lists',
  unsolved: 'Sent without doing the sum',
  honeypot: 'A field that nobody sees was filled',
  blocklist: 'On the blocklist',
  nameIsAddress: 'The name is a web address',
  links: 'Links',
  foreignScript: 'Letters of another alphabet',
  repeated: 'The same words from another address',
  learned: 'Reads like what was marked as spam',
  hurried: 'Too fast, for the second time',
  guessing: 'After many wrong answers from there',
  attacked: 'While strangers were held',
  flood: 'Over the limits on publishing',
  firstComment: 'First comment of its author',
};

export const limits: Readonly<Record<string, string>> = {
  'held-address': 'Comments waiting from one address',
  'held-site': 'Comments waiting on the whole site',
  'steps-address': 'Sums for posts without one, from one address',
};
