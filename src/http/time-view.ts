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
  const view = fixedView(at);
  const text = ago(now - at);
  return text === null ? view : { ...view, text };
}

/** Formatting dates is most of the work of a long thread's page, and the same moments are shown again and again. */
const kept = new Map<number, TimeView>();
const mostKept = 5_000;

function fixedView(at: number): TimeView {
  const known = kept.get(at);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const moment = new Date(at);
  const view = { iso: moment.toISOString(), text: day.format(moment), exact: exact.format(moment) };
  kept.set(at, view);
  return view;
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const minute = 60_000;
const hour = 60 * minute;

function ago(elapsed: number): string | null {
  if (elapsed < minute) return 'just now';
  if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), 'minute');
  return elapsed < 24 * hour ? relative.format(-Math.floor(elapsed / hour), 'hour') : null;
}
