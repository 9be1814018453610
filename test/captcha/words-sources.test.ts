import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { languages } from '../../src/captcha/words/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = join(root, 'src/captcha/words');

/** `npm run words -- ARGUMENTS`: its exit code and what it printed. */
async function words(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  const run = promisify(execFile)(process.execPath, [join(root, 'scripts/number-words.mjs'), ...args]);
  return run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );
}

test('every table is what CLDR and n2words agree on', async () => {
  const { code, stdout } = await words('--check');
  expect(stdout).toContain(`All ${languages.length} tables are those of the sources.`);
  expect(stdout).toContain('  nl: 1 een ≠ één\n');
  expect(code).toBe(0);
});

describe('a table that is not', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'words-'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await cp(join(ours, 'de.ts'), join(folder, 'de.ts'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function change(from: string | RegExp, to: string): Promise<void> {
    const table = await readFile(join(folder, 'de.ts'), 'utf8');
    await writeFile(join(folder, 'de.ts'), table.replace(from, to));
  }

  test.each([
    ['a word changed', "'fünf'", "'fuenf'", '5 is fünf'],
    ['a word missing', "    'zwanzig',\n", '', '20 is zwanzig, there are 21 words'],
    ['a word too many', "'zwanzig',\n", "'zwanzig',\n    'einundzwanzig',\n", 'there are 21 words'],
  ])('%s: is named, and written anew', async (_, from, to, complaint) => {
    await change(from, to);
    const { code, stdout } = await words('--check', folder);
    expect(stdout).toContain(`de.ts differs from the sources: ${complaint}. Run: npm run words`);
    expect(code).toBe(1);
    expect((await words(folder)).code).toBe(0);
    expect(await readFile(join(folder, 'de.ts'), 'utf8')).toBe(await readFile(join(ours, 'de.ts'), 'utf8'));
  });

  test.each([
    ['es', 'the sources disagree: 16 dieciséis ≠ dieciseis. Remove it.'],
    ['pt', 'the sources have no "pt" in common.'],
  ])('%s has no agreed words: neither checked nor written', async (language, complaint) => {
    await change("language: 'de'", `language: '${language}'`);
    const [checked, written] = [await words('--check', folder), await words(folder)];
    expect([checked.code, written.code]).toEqual([1, 1]);
    expect(checked.stdout).toContain(complaint);
    expect(await readFile(join(folder, 'de.ts'), 'utf8')).toContain("'zwanzig'");
  });
});
