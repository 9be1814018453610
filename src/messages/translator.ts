import { IntlMessageFormat } from 'intl-messageformat';
import { english, type Language, languages } from './languages.ts';
import type { MessageKey, Said, Values } from './message.ts';

/** Says a message, named or made earlier. */
export type Translate = (said: Said, values?: Values) => string;

/** One language, spoken. */
export interface Translator extends Pick<Language, 'tag' | 'direction' | 'locale'> {
  readonly t: Translate;
  /**
   * A message in two halves, around the place of one of its values: for what stands there in an element of its own.
   * The order of words is the language's, so either half may be empty.
   */
  readonly around: (said: Said, slot: string, values?: Values) => readonly [string, string];
}

/** The translator of a BCP 47 tag, of the nearest wider tag ("pt" for "pt-BR"), or the English one. Never throws. */
export function translatorFor(tag: string): Translator {
  for (let wanted = tag.toLowerCase(); wanted !== ''; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf('-')))) {
    const translator = byTag.get(wanted);
    if (translator) return translator;
  }
  return inEnglish;
}

/** Stands in for a value, to find its place again; no catalogue and no name holds it. */
const mark = '\u{f0000}';

function createTranslator({ tag, direction, locale, messages }: Language): Translator {
  const compiled = new Map<MessageKey, Compiled>();

  function t(said: Said, values?: Values): string {
    const key = typeof said === 'string' ? said : said.key;
    const text = messages[key] ?? english.messages[key];
    if (text === undefined) throw new RangeError(`There is no message "${key}".`);
    if (!text.includes('{')) return text;
    const given = typeof said === 'string' ? values : { ...said.values, ...values };
    const { format, choices } = compiledOf(key, text);
    return String(format.format(isolated(given, choices)));
  }

  function compiledOf(key: MessageKey, text: string): Compiled {
    const known = compiled.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    const fresh = { format, choices: new Set(choicesIn(format.getAst())) };
    compiled.set(key, fresh);
    return fresh;
  }

  /** A name written in the other direction would pull the words around it apart (Unicode, UAX #9, isolates). */
  function isolated(values: Values = {}, choices: ReadonlySet<string>): Values {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        isForeign(value) && !choices.has(name) ? `\u2068${value}\u2069` : value,
      ]),
    );
  }

  const isForeign = (value: string | number): boolean =>
    typeof value === 'string' && value !== mark && (direction === 'rtl' ? /\p{L}/u : rightToLeft).test(value);

  const halves = new Map<string, readonly [string, string]>();

  function around(said: Said, slot: string, values?: Values): readonly [string, string] {
    if (values !== undefined || typeof said !== 'string') return split(said, slot, values);
    const known = halves.get(`${said} ${slot}`) ?? split(said, slot, {});
    halves.set(`${said} ${slot}`, known);
    return known;
  }

  function split(said: Said, slot: string, values: Values | undefined): readonly [string, string] {
    const [before = '', after = ''] = t(said, { ...values, [slot]: mark }).split(mark);
    return [before, after];
  }

  return { tag, direction, locale, t, around };
}

interface Compiled {
  readonly format: IntlMessageFormat;
  /** Values that are not said, but say which words are. */
  readonly choices: ReadonlySet<string>;
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

const choicesIn = (elements: Elements): readonly string[] =>
  elements.flatMap((element) =>
    'options' in element
      ? [element.value, ...Object.values(element.options).flatMap(({ value }) => choicesIn(value))]
      : [],
  );

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const translators = languages.map(createTranslator);
const byTag: ReadonlyMap<string, Translator> = new Map(translators.map((each) => [each.tag.toLowerCase(), each]));
const inEnglish = translatorFor('en');
