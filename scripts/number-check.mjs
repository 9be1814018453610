/** What the sources write differently: "number CLDR ≠ n2words" each. */
export function differencesOf({ cldr, n2words }) {
  return cldr.flatMap((word, number) => (word === n2words[number] ? [] : [`${number} ${word} ≠ ${n2words[number]}`]));
}

/**
 * What is wrong with a table, in sentences: `sourceProblems` is all there is where the sources cannot vouch for it, else
 * `asked` are the 21 words it should have.
 */
export function problemsOf(table) {
  const sourceProblems = problemsOfSources(table);
  if (sourceProblems.length > 0) return { sourceProblems };
  const { source, review } = table;
  const asked = review ? review.words[review.asked] : source.cldr;
  return { sourceProblems, asked, wordProblems: problemsOfWords(table, asked), spellingProblems: spellings(table) };
}

function problemsOfSources({ file, language, source, review }) {
  if (!source) return [`${file}: the sources have no "${language}" in common. Remove the table.`];
  const differences = differencesOf(source);
  if (review) return problemsOfReview(file, differences, review);
  return differences.length > 0 ? [`${file}: the sources disagree: ${differences.join(', ')}. Remove it.`] : [];
}

/** Sources change: what they write differently must be what was looked at, no more and no less. */
function problemsOfReview(file, differences, review) {
  const news = differences.filter((difference) => !review.differences.includes(difference));
  const gone = review.differences.filter((difference) => !differences.includes(difference));
  const changes = [...news.map((difference) => `now ${difference}`), ...gone.map((difference) => `not ${difference}`)];
  return changes.length > 0
    ? [`${file}: the sources differ otherwise than reviewed: ${changes.join(', ')}. Review scripts/number-review.mjs.`]
    : [];
}

function problemsOfWords({ file, numbers }, asked) {
  const wrong = asked.flatMap((word, number) => (word === numbers[number] ? [] : [`${number} is ${word}`]));
  if (numbers.length !== asked.length) wrong.push(`there are ${asked.length} words`);
  return wrong.length > 0 ? [`${file} differs from the sources: ${wrong.join(', ')}. Run: npm run words`] : [];
}

/** Where the sources differ, `also` holds every other spelling of theirs, and nothing but those and what is by hand. */
function spellings({ file, also = {}, review }) {
  if (!review) return [];
  const accepted = review.accepted.flatMap((source) => otherSpellings(source, review));
  const lacking = accepted.filter(({ word, number }) => also[word] !== number);
  const vouched = new Set([...accepted.map(({ word }) => word), ...review.byHand]);
  const unvouched = Object.keys(also).filter((word) => !vouched.has(word));
  const unused = review.byHand.filter((word) => also[word] === undefined);
  return [
    ...lacking.map(({ source, word, number }) => `${file}: ${source} writes ${word} for ${number}. Add it to "also".`),
    ...unvouched.map((word) => `${file}: no source writes ${word}. Take it out of "also", or name it in "byHand".`),
    ...unused.map((word) => `${file}: ${word} is "byHand" in the review, but not in "also".`),
  ];
}

function otherSpellings(source, { asked, words }) {
  const others = words[source].map((word, number) => ({ source, word, number }));
  return others.filter(({ word, number }) => word !== words[asked][number]);
}
