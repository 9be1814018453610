import { readdirSync, readFileSync } from 'node:fs';
import cldr from 'cldr-rbnf/package.json' with { type: 'json' };
import n2words from 'n2words/package.json' with { type: 'json' };
import { spell } from './rbnf.mjs';

/** What was compared: name and version of both packages. */
export const sources = [cldr, n2words].map(({ name, version }) => `${name} ${version}`);

const cldrFiles = new URL('rbnf/', import.meta.resolve('cldr-rbnf/package.json'));
const n2wordsFiles = new URL('src/', import.meta.resolve('n2words/package.json'));

/**
 * The number words of 0 to 20 of every locale of CLDR that n2words speaks too, each `{ language, cldr, n2words }` with
 * two lists of 21. `language` is the tag CLDR files them under: "sr" is Serbian in Cyrillic, "pt" Portuguese of Brazil.
 */
export async function readSources() {
  const pairs = namesIn(n2wordsFiles, '.js').map((locale) => [cldrNameOf(locale), locale]);
  // The first of several countries stands for all: en-AU for en.
  const first = pairs.filter(
    ([language], index) => language && pairs.findIndex(([name]) => name === language) === index,
  );
  return Promise.all(first.map(read));
}

const cldrNames = namesIn(cldrFiles, '.json');

/** CLDR files "sr-Latn-RS" under "sr-Latn", "de-DE" under "de". Undefined where it has no such file. */
function cldrNameOf(locale) {
  const { language, script, region } = new Intl.Locale(locale);
  return [`${language}-${script}`, `${language}-${region}`, language].find((name) => cldrNames.includes(name));
}

function namesIn(folder, extension) {
  const files = readdirSync(folder).filter((file) => file.endsWith(extension));
  return files.map((file) => file.slice(0, -extension.length)).sort();
}

async function read([language, locale]) {
  const [cldr, n2words] = [`cldr ${language} %spellout-numbering`, `n2words ${locale}`].map(readWords);
  return { language, cldr: await cldr, n2words: await n2words };
}

/** The 21 words of one source: "cldr LANGUAGE RULESET" or "n2words LOCALE [OPTION=VALUE]". */
export async function readWords(source) {
  const [project, name, form] = source.split(' ');
  return project === 'cldr' ? readCldr(name, form) : readN2words(name, form);
}

function readCldr(language, ruleSet) {
  const { rbnf } = JSON.parse(readFileSync(new URL(`${language}.json`, cldrFiles), 'utf8'));
  return zeroToTwenty((number) => spell(number, ruleSet, rbnf.rbnf.SpelloutRules));
}

async function readN2words(locale, form = '') {
  const { toCardinal } = await import(new URL(`${locale}.js`, n2wordsFiles).href);
  const [option, value] = form.split('=');
  const options = option ? { [option]: value === 'false' ? false : value } : {};
  return zeroToTwenty((number) => toCardinal(number, options));
}

function zeroToTwenty(wordOf) {
  return Array.from({ length: 21 }, (_, number) => withoutBreaks(wordOf(number)));
}

/** Soft hyphens and zero-width spaces say where a line may break, and are no part of the word. */
function withoutBreaks(word) {
  return word.replace(/[\u00ad\u200b]/g, '');
}
