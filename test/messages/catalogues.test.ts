import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { english, languages, type MessageKey } from '../../src/messages/languages.ts';
import { readSources } from '../support/architecture/sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inEnglish = english.messages as Readonly<Record<MessageKey, string>>;
const keys = Object.keys(inEnglish) as MessageKey[];

/** Elements of a parsed message, nested ones too: the kind, the name, and of a choice its cases. */
interface Element {
  readonly type: number;
  readonly value?: string;
  readonly pluralType?: 'cardinal' | 'ordinal';
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

const kind = { literal: 0, select: 5, plural: 6, pound: 7 } as const;

describe.each(languages)('$tag', ({ tag, locale, messages }) => {
  const parsed = Object.entries(messages).map(([key, text]) => [key, elementsOf(text, locale)] as const);

  test('misses no message of English, and has no other', () => {
    expect(keys.filter((key) => !(key in messages))).toEqual([]);
    expect(Object.keys(messages).filter((key) => !(key in inEnglish))).toEqual([]);
  });

  test('stands in the order of its keys', () => expect(Object.keys(messages)).toEqual(Object.keys(messages).sort()));

  test('has the placeholders of the English one in every message', () => {
    const wrong = parsed.filter(
      ([key, elements]) =>
        String(namesIn(elements)) !== String(namesIn(elementsOf(inEnglish[key as MessageKey] ?? '', 'en'))),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('has every plural form that its language tells apart', () => {
    const missing = parsed.flatMap(([key, elements]) =>
      pluralsIn(elements).flatMap(({ pluralType = 'cardinal', options = {} }) =>
        new Intl.PluralRules(locale, { type: pluralType })
          .resolvedOptions()
          .pluralCategories.filter((category) => !(category in options))
          // Of millions and of fractions alone, of which nothing here speaks; `other` stands in.
          .filter((category) => category !== 'many' || !['es', 'fr', 'it', 'pt'].includes(tag))
          .map((category) => `${key}: ${category}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('has no empty message, no blank at either end, and no straight quotation mark', () => {
    const untidy = Object.entries(messages).filter(
      ([, text]) => text.trim() !== text || text === '' || /["']/.test(text),
    );
    expect(untidy).toEqual([]);
  });
});

describe('templates', () => {
  const views = readSources(root, ['views'], ['.ejs']);

  test.each(views.map(({ path, text }) => [path, text]))('%s has no words of its own', (_path, text) => {
    const markup = text.replace(/<%[\s\S]*?%>|&\w+;/g, '');
    const words = markup.replace(/<[^>]*>/g, '\n').match(/\p{L}{2,}/gu) ?? [];
    const attributes = markup.match(/\b(?:aria-label|title|placeholder|alt)="[^"]*\p{L}{2,}[^"]*"/gu) ?? [];
    // The beginning of an address, which every language writes so.
    expect([...words, ...attributes].filter((word) => word !== 'https')).toEqual([]);
  });
});

describe('the catalogue', () => {
  const said = readSources(root, ['src', 'views'], ['.ts', '.ejs'])
    .map(({ text }) => text)
    .join('\n');

  test('has no message that nothing says', () => {
    expect(keys.filter((key) => !said.includes(`'${key}'`))).toEqual([]);
  });

  test('has every message that a template says', () => {
    const named = [...said.matchAll(/\b(?:t|around)\('([^']+)'/g)].map((match) => match[1] ?? '');
    expect([...new Set(named)].filter((key) => !(key in inEnglish))).toEqual([]);
  });
});

function elementsOf(text: string, locale: string): readonly Element[] {
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst() as readonly Element[];
}

function namesIn(elements: readonly Element[]): readonly string[] {
  const names = elements.flatMap((element) => [
    ...(element.type === kind.literal || element.type === kind.pound ? [] : [element.value ?? '']),
    ...Object.values(element.options ?? {}).flatMap(({ value }) => namesIn(value)),
  ]);
  return [...new Set(names)].sort();
}

function pluralsIn(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => [
    ...(element.type === kind.plural ? [element] : []),
    ...Object.values(element.options ?? {}).flatMap(({ value }) => pluralsIn(value)),
  ]);
}
