import type { TimeView } from './view.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' });

/** A calendar day, `YYYY-MM-DD`. */
export function dayView(date: string): TimeView {
  const text = day.format(new Date(`${date}T00:00:00Z`));
  return { iso: date, text, exact: text };
}

/** A moment in epoch milliseconds, seen from `now`: "5 minutes ago" for today, the day for what is older. */
export function momentView(at: number, now: number): TimeView {
  const moment = new Date(at);
  return { iso: moment.toISOString(), text: ago(now - at) ?? day.format(moment), exact: exact.format(moment) };
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const minute = 60_000;
const hour = 60 * minute;

function ago(elapsed: number): string | null {
  if (elapsed < minute) return 'just now';
  if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), 'minute');
  return elapsed < 24 * hour ? relative.format(-Math.floor(elapsed / hour), 'hour') : null;
}
