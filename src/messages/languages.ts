import en from './en.json' with { type: 'json' };

/** Names one message, the same in every language: the part of the program it belongs to, a dot, what it says. */
export type MessageKey = keyof typeof en;

/** A language that the whole program speaks. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** As its own speakers call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For Intl: how numbers and dates are written. */
  readonly locale: string;
  /** ICU MessageFormat. What is missing is said in English. */
  readonly messages: Readonly<Partial<Record<MessageKey, string>>>;
}

export const english: Language = { tag: 'en', name: 'English', direction: 'ltr', locale: 'en-GB', messages: en };

/** In the order of the choice that readers have. */
export const languages: readonly Language[] = [english];
