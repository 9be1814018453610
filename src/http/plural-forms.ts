import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';

/** A sentence about a number, in each plural form of the language; `{n}` stands for the number, where it is said. */
export interface PluralForms {
  readonly locale: string;
  /** By the names of Intl.PluralRules. */
  readonly forms: Readonly<Record<string, string>>;
}

/** For scripts, which count for themselves. The message has one placeholder, `count`. */
export function pluralForms(key: MessageKey, { t, locale }: Translator): PluralForms {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const forms = samples.map((count): [string, string] => [
    rules.select(count),
    t(key, { count }).replace(number.format(count), '{n}'),
  ]);
  // A form that no sample is of is that of fractions, or of millions.
  return { locale, forms: Object.fromEntries(forms.toReversed()) };
}

/** Every form of a whole number, in every language, is that of one of them; the smallest of each form counts. */
const samples = Array.from({ length: 101 }, (_, count) => count);
