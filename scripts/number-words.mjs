import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readSources, sources } from './number-sources.mjs';

// npm run words               compares the sources and writes their words into the tables of src/captcha/words
// npm run words -- --check    writes nothing; exits with 1 where a table differs from the sources
// npm run words -- [--check] FOLDER    the same with the tables of another folder
const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const folder = resolve(positionals[0] ?? fileURLToPath(new URL('../src/captcha/words', import.meta.url)));

const compared = await readSources();
const tables = await Promise.all(tableFiles().map(readTable));
report();
const problems = tables.flatMap((table) => (values.check ? check(table) : update(table)));
console.log(problems.length > 0 ? problems.join('\n') : `All ${tables.length} tables are those of the sources.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Every file of the folder holds one language, but for the type and the list. */
function tableFiles() {
  return readdirSync(folder).filter((file) => file.endsWith('.ts') && !['words.ts', 'index.ts'].includes(file));
}

async function readTable(file) {
  const path = resolve(folder, file);
  const [words] = Object.values(await import(pathToFileURL(path).href));
  return { file, path, ...words };
}

function report() {
  const agreeing = compared.filter((source) => differencesOf(source).length === 0).map(({ language }) => language);
  const withTable = tables.map(({ language }) => language);
  console.log(`${sources.join(' and ')}, 0 to 20 compared in ${compared.length} locales.`);
  console.log(`They agree on: ${agreeing.join(' ')}`);
  console.log(`of which without a table: ${agreeing.filter((language) => !withTable.includes(language)).join(' ')}`);
  console.log('They disagree on:');
  for (const source of compared.filter(({ language }) => !agreeing.includes(language))) {
    const [first, ...others] = differencesOf(source);
    console.log(`  ${source.language}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`);
  }
}

function differencesOf({ cldr, n2words }) {
  return cldr.flatMap((word, number) => (word === n2words[number] ? [] : [`${number} ${word} ≠ ${n2words[number]}`]));
}

/** What is wrong with a table, in sentences. */
function check(table) {
  const unsourced = sourceProblems(table);
  if (unsourced.length > 0) return unsourced;
  const { cldr } = sourceOf(table);
  const wrong = cldr.flatMap((word, number) => (word === table.numbers[number] ? [] : [`${number} is ${word}`]));
  if (table.numbers.length !== cldr.length) wrong.push(`there are ${cldr.length} words`);
  return wrong.length > 0 ? [`${table.file} differs from the sources: ${wrong.join(', ')}. Run: npm run words`] : [];
}

/** Writes the agreed words into the file and leaves the rest of it, reviewed by hand, as it is. */
function update(table) {
  const unsourced = sourceProblems(table);
  if (unsourced.length > 0) return unsourced;
  const lines = sourceOf(table).cldr.map((word) => `    '${word}',\n`);
  const before = readFileSync(table.path, 'utf8');
  const after = before.replace(/numbers: \[[^\]]*\]/, `numbers: [\n${lines.join('')}  ]`);
  if (after !== before) writeFileSync(table.path, after);
  return [];
}

function sourceProblems(table) {
  const source = sourceOf(table);
  if (!source) return [`${table.file}: the sources have no "${table.language}" in common. Remove the table.`];
  const differences = differencesOf(source);
  return differences.length > 0 ? [`${table.file}: the sources disagree: ${differences.join(', ')}. Remove it.`] : [];
}

function sourceOf({ language }) {
  return compared.find((source) => source.language === language);
}
