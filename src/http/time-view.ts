import type { Translator } from '../messages/translator.ts';
import type { TimeView } from './view.ts';

/** A calendar day, `YYYY-MM-DD`. */
export function dayView(date: string, translator: Translator): TimeView {
  const text = formatsOf(translator).day.format(new Date(`${date}T00:00:00Z`));
  return { iso: date, text, exact: text };
}

/** A moment in epoch milliseconds, seen from `now`: "5 minutes ago" for today, the day for what is older. */
export function momentView(at: number, now: number, translator: Translator): TimeView {
  const formats = formatsOf(translator);
  const view = fixedView(at, formats);
  const text = ago(now - at, translator, formats.relative);
  return text === null ? view : { ...view, text };
}

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly exact: Intl.DateTimeFormat;
  readonly relative: Intl.RelativeTimeFormat;
  /** Formatting dates is most of the work of a long thread's page, and the same moments are shown again and again. */
  readonly kept: Map<number, TimeView>;
}

const mostKept = 5_000;
const byLocale = new Map<string, Formats>();

function formatsOf({ locale }: Translator): Formats {
  const known = byLocale.get(locale);
  if (known) return known;
  const formats: Formats = {
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    kept: new Map(),
  };
  byLocale.set(locale, formats);
  return formats;
}

function fixedView(at: number, { day, exact, kept }: Formats): TimeView {
  const known = kept.get(at);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const moment = new Date(at);
  const view = { iso: moment.toISOString(), text: day.format(moment), exact: exact.format(moment) };
  kept.set(at, view);
  return view;
}

const minute = 60_000;
const hour = 60 * minute;

function ago(elapsed: number, { t }: Translator, relative: Intl.RelativeTimeFormat): string | null {
  if (elapsed < minute) return t('time.now');
  if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), 'minute');
  return elapsed < 24 * hour ? relative.format(-Math.floor(elapsed / hour), 'hour') : null;
}
