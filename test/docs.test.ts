import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { checkout, documents, sectionOf, textOf } from './support/documents.ts';

describe('the README', () => {
  test('gives the two commands', () => {
    expect(textOf('README.md').match(/^npm install && npm (?:start|test)$/gm)).toEqual([
      'npm install && npm start',
      'npm install && npm test',
    ]);
  });

  const settings = tableOf(sectionOf('README.md', 'Settings'));

  test('names every setting, and no other', () => {
    const known = namesIn('src/config.ts', /^const schema = (.*?)^}\);/ms, /^ {2}([A-Z_]+):/gm);
    expect(settings.map(({ name }) => name).toSorted()).toEqual(known);
  });

  test.each(settings)('says the default of $name', ({ name, byDefault }) => {
    const field = name.toLowerCase().replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
    const value = Object.entries(readConfig({})).find(([key]) => key === field)?.[1];
    expect(byDefault ?? 'none').toBe([value ?? 'none'].flat().join() || 'none');
  });
});

describe('docs/mounting.md names every option, and no other:', () => {
  test.each([
    ['comments()', 'src/options.ts', /^export interface CommentsOptions (.*?)^}/ms],
    ['mathCaptcha()', 'src/captcha/options.ts', /^export interface MathCaptchaOptions (.*?)^}/ms],
  ])('%s', (heading, path, declaration) => {
    const options = tableOf(sectionOf('docs/mounting.md', heading)).map(({ name }) => name);
    expect(options.toSorted()).toEqual(namesIn(path, declaration, /^ {2}readonly (\w+)\?:/gm));
  });
});

describe.each(documents)('%s', (path) => {
  const text = textOf(path);

  test('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !isThere(path, target))).toEqual([]);
  });

  test('names files that are there, and tests that are in them', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|bench)\/[\w./-]+\.\w+)`(?: “([^”]+)”)?/g)];
    const wrong = named.filter(
      ([, file = '', title = '']) => !existsSync(join(checkout, file)) || !textOf(file).includes(title),
    );
    expect(wrong.map(([all]) => all)).toEqual([]);
  });

  test('names npm scripts that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: object };
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

/** First and second column of the rows of a table whose first column is code. */
function tableOf(section: string): readonly { readonly name: string; readonly byDefault: string | undefined }[] {
  const rows = [...section.matchAll(/^\| `(\w+)` \| (?:`([^`]*)`)?/gm)];
  return rows.map(([, name = '', byDefault]) => ({ name, byDefault }));
}

function namesIn(path: string, declaration: RegExp, name: RegExp): readonly string[] {
  const [, text = ''] = declaration.exec(textOf(path)) ?? [];
  return [...text.matchAll(name)].map(([, found = '']) => found).toSorted();
}

function isThere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(checkout, path))) return false;
  return anchor === undefined || anchorsOf(textOf(path)).includes(anchor);
}

/** Headings as the hosts of repositories make anchors of them. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}
