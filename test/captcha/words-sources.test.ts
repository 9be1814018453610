import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { languages } from '../../src/captcha/words/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = join(root, 'src/captcha/words');
const review = join(root, 'scripts/number-review.mjs');

/** `npm run words -- ARGUMENTS`: its exit code and what it printed. */
async function words(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  const run = promisify(execFile)(process.execPath, [join(root, 'scripts/number-words.mjs'), ...args]);
  return run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );
}

test('every table is what CLDR and n2words agree on, or what was reviewed where they differ', async () => {
  const { code, stdout } = await words('--check');
  expect(stdout).toContain(`All ${languages.length} tables are those of the sources.`);
  expect(stdout).toContain('  nl: 1 een ≠ één\n');
  expect(stdout).toContain('; reviewed, asked are the words of cldr zh %spellout-cardinal\n');
  expect(code).toBe(0);
});

describe('a table that is not', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'words-'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Copies a file, with one text of it in place of another. */
  async function change(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, basename(file)), text.replace(from, to));
  }

  test.each([
    ['de', 'a word changed', "'fünf'", "'fuenf'", '5 is fünf'],
    ['de', 'a word missing', "    'zwanzig',\n", '', '20 is zwanzig, there are 21 words'],
    ['de', 'a word too many', "'zwanzig',\n", "'zwanzig',\n    'einundzwanzig',\n", 'there are 21 words'],
    ['es', 'the word of the other source', "'dieciséis'", "'dieciseis'", '16 is dieciséis'],
    ['ar', 'the word of the other source', "'أحد عشر'", "'إحدى عشر'", '11 is أحد عشر'],
    ['uk', 'a letter that looks the same', "'сім'", "'сiм'", '7 is сім'],
    ['zh', 'a numeral of dates', "'零'", "'〇'", '0 is 零'],
  ])('%s, %s: is named, and written anew', async (language, _, from, to, complaint) => {
    const file = `${language}.ts`;
    await change(join(ours, file), from, to);
    const { code, stdout } = await words('--check', folder);
    expect(stdout).toContain(`${file} differs from the sources: ${complaint}. Run: npm run words`);
    expect(code).toBe(1);
    expect((await words(folder)).code).toBe(0);
    expect(await readFile(join(folder, file), 'utf8')).toBe(await readFile(join(ours, file), 'utf8'));
  });

  test.each([
    ['nl', 'the sources disagree: 1 een ≠ één. Remove it.'],
    ['pt', 'the sources have no "pt" in common.'],
  ])('%s has no agreed words: neither checked nor written', async (language, complaint) => {
    await change(join(ours, 'de.ts'), "language: 'de'", `language: '${language}'`);
    const [checked, written] = [await words('--check', folder), await words(folder)];
    expect([checked.code, written.code]).toEqual([1, 1]);
    expect(checked.stdout).toContain(complaint);
    expect(await readFile(join(folder, 'de.ts'), 'utf8')).toContain("'zwanzig'");
  });

  test.each([
    ['es', '    dieciseis: 16,\n', '', 'n2words es-ES writes dieciseis for 16. Add it to "also".'],
    ['zh', '〇: 0', '〇: 1', 'cldr zh %spellout-numbering writes 〇 for 0. Add it to "also".'],
    ['uk', 'одна: 1', 'одна: 1, адин: 1', 'no source writes адин. Take it out of "also", or name it in "byHand".'],
    ['ar', '    عشرين: 20,\n', '', 'عشرين is "byHand" in the review, but not in "also".'],
  ])('%s with %j as %j: its other spellings are named too', async (language, from, to, complaint) => {
    await change(join(ours, `${language}.ts`), from, to);
    const [checked, written] = [await words('--check', folder), await words(folder)];
    expect([checked.code, written.code]).toEqual([1, 1]);
    expect(checked.stdout).toContain(`${language}.ts: ${complaint}`);
  });

  test.each([
    [
      'a word of CLDR',
      '16 dieciséis ≠',
      '16 diez y seis ≠',
      'now 16 dieciséis ≠ dieciseis, not 16 diez y seis ≠ dieciseis',
    ],
    [
      'a word of n2words',
      '≠ dieciseis',
      '≠ diez y seis',
      'now 16 dieciséis ≠ dieciseis, not 16 dieciséis ≠ diez y seis',
    ],
    ['one word more', "['16 dieciséis ≠ dieciseis']", '[]', 'now 16 dieciséis ≠ dieciseis'],
    ['one word less', "≠ dieciseis'", "≠ dieciseis', '7 siete ≠ sieté'", 'not 7 siete ≠ sieté'],
  ])('sources that differ in %s from those reviewed are to be reviewed', async (_, from, to, complaint) => {
    await cp(join(ours, 'es.ts'), join(folder, 'es.ts'));
    const reviewed = await mkdtemp(join(tmpdir(), 'review-'));
    await writeFile(join(reviewed, 'review.mjs'), (await readFile(review, 'utf8')).replace(from, to));
    const { code, stdout } = await words('--check', '--review', join(reviewed, 'review.mjs'), folder);
    await rm(reviewed, { recursive: true });
    expect(stdout).toContain(`es.ts: the sources differ otherwise than reviewed: ${complaint}. Review`);
    expect(code).toBe(1);
  });
});
