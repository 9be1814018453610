import type { Browser, Shown } from './browser.ts';

export const entryForm = 'form.entry-form';

type Typed = Readonly<Record<string, string>>;

/** Checks an entry of the lists and saves it, as a moderator does. */
export async function list(mo: Browser, fields: Typed): Promise<Shown> {
  const checked = await mo.submit(await mo.open('/moderation/lists'), entryForm, { ...fields, do: 'check' });
  const saved = await mo.submit(checked, entryForm, { do: 'save' });
  return mo.open(saved.headers.location ?? '');
}

/** Text of a part of the page as people meet it: blanks folded. */
export const words = (shown: Shown, selector: string): string => shown.$(selector).text().replace(/\s+/g, ' ').trim();
