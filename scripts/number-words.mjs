import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { differencesOf, problemsOf } from './number-check.mjs';
import { readSources, readWords, sources } from './number-sources.mjs';

// npm run words               compares the sources and writes their words into the tables of src/captcha/words
// npm run words -- --check    writes nothing; exits with 1 where a table differs from the sources
// npm run words -- [--check] FOLDER    the same with the tables of another folder
// npm run words -- --review FILE       with another review than number-review.mjs
const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' }, review: { type: 'string' } },
  allowPositionals: true,
});
const folder = resolve(positionals[0] ?? fileURLToPath(new URL('../src/captcha/words', import.meta.url)));
const reviewFile = resolve(values.review ?? fileURLToPath(new URL('number-review.mjs', import.meta.url)));

const compared = await readSources();
const reviews = await readReviews();
const tables = await Promise.all(tableFiles().map(readTable));
report();
const problems = tables.flatMap((table) => (values.check ? check(table) : update(table)));
console.log(problems.length > 0 ? problems.join('\n') : `All ${tables.length} tables are those of the sources.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** By language, each with the words of the sources it names: lists of 21. */
async function readReviews() {
  const { reviews } = await import(pathToFileURL(reviewFile).href);
  const read = Object.entries(reviews).map(async ([language, review]) => {
    const named = [review.asked, ...review.accepted];
    const words = await Promise.all(named.map(async (source) => [source, await readWords(source)]));
    return [language, { ...review, words: Object.fromEntries(words) }];
  });
  return new Map(await Promise.all(read));
}

/** Every file of the folder holds one language, but for the type and the list. */
function tableFiles() {
  return readdirSync(folder).filter((file) => file.endsWith('.ts') && !['words.ts', 'index.ts'].includes(file));
}

/** The table with all there is to check it by: the words of both sources, and the review where they differ. */
async function readTable(file) {
  const path = resolve(folder, file);
  const [words] = Object.values(await import(pathToFileURL(path).href));
  const source = compared.find(({ language }) => language === words.language);
  return { file, path, ...words, source, review: reviews.get(words.language) };
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
    const review = reviews.get(source.language);
    const decided = review ? `; reviewed, asked are the words of ${review.asked}` : '';
    console.log(`  ${source.language}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}${decided}`);
  }
}

/** What is wrong with a table, in sentences. */
function check(table) {
  const { sourceProblems, wordProblems, spellingProblems } = problemsOf(table);
  return sourceProblems.length > 0 ? sourceProblems : [...wordProblems, ...spellingProblems];
}

/** Writes the words to ask into the file and leaves the rest of it, reviewed by hand, as it is. */
function update(table) {
  const { sourceProblems, spellingProblems, asked } = problemsOf(table);
  if (sourceProblems.length > 0) return sourceProblems;
  const lines = asked.map((word) => `    '${word}',\n`);
  const before = readFileSync(table.path, 'utf8');
  const after = before.replace(/numbers: \[[^\]]*\]/, `numbers: [\n${lines.join('')}  ]`);
  if (after !== before) writeFileSync(table.path, after);
  return spellingProblems;
}
