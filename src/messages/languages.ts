import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

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
export const languages: readonly Language[] = [
  english,
  { tag: 'de', name: 'Deutsch', direction: 'ltr', locale: 'de', messages: de },
  { tag: 'fr', name: 'Français', direction: 'ltr', locale: 'fr', messages: fr },
  { tag: 'es', name: 'Español', direction: 'ltr', locale: 'es', messages: es },
  { tag: 'pt', name: 'Português', direction: 'ltr', locale: 'pt', messages: pt },
  { tag: 'it', name: 'Italiano', direction: 'ltr', locale: 'it', messages: it },
  { tag: 'pl', name: 'Polski', direction: 'ltr', locale: 'pl', messages: pl },
  { tag: 'ru', name: 'Русский', direction: 'ltr', locale: 'ru', messages: ru },
  { tag: 'uk', name: 'Українська', direction: 'ltr', locale: 'uk', messages: uk },
  { tag: 'tr', name: 'Türkçe', direction: 'ltr', locale: 'tr', messages: tr },
  // Intl writes Western digits for "ar", which most Arabic sites use; "ar-EG" would write Eastern ones.
  { tag: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar', messages: ar },
  { tag: 'zh', name: '中文', direction: 'ltr', locale: 'zh', messages: zh },
];
