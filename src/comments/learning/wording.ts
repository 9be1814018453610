import { lengths, thinks } from './features.ts';

type Kind = (value: string) => string;

const links: Readonly<Record<string, string>> = { 0: 'no link', 1: 'one link', '2+': 'two links or more' };
const given: Readonly<Record<string, string>> = {
  mail: 'an e-mail address given',
  'no-mail': 'no e-mail address',
  website: 'a website given',
  'no-website': 'no website',
};
const shapes: Readonly<Record<string, string>> = { capitals: 'many capitals', exclaims: 'many exclamation marks' };

const kinds: Readonly<Record<string, Kind>> = {
  word: (word) => word,
  link: (host) => `a link to ${host}`,
  domain: (ending) => `a link to .${ending}`,
  links: (amount) => links[amount] ?? amount,
  // Of people only hashes are kept.
  name: () => 'the name of its author',
  mail: () => 'the e-mail domain of its author',
  website: () => 'the website of its author',
  names: (count) =>
    count === '1' ? 'a name of one word' : `a name of ${count === '3' ? 'three or more' : 'two'} words`,
  given: (what) => given[what] ?? what,
  length: (step) => between(Number(step), lengths, 'characters'),
  think: (step) => `written in ${between(Number(step), thinks, 'seconds')}`,
  pace: (pace) => `${pace}, by its pace`,
  hours: (block) => `written from ${Number(block) * 4} to ${Number(block) * 4 + 4} o’clock UTC`,
  shape: (shape) => shapes[shape] ?? shape,
};

/** Of one person, known by a hash: on a list it would tell nobody anything. */
export const isHidden = (token: string): boolean => /^(?:name|mail|website):/.test(token);

/** A token as moderators read it. */
export function inWords(token: string): string {
  const at = token.indexOf(':');
  const value = token.slice(at + 1);
  return kinds[token.slice(0, at)]?.(value) ?? value;
}

function between(step: number, steps: readonly number[], unit: string): string {
  const [from, to] = [steps[step - 1], steps[step]];
  if (from === undefined) return `less than ${to} ${unit}`;
  return to === undefined ? `${from} ${unit} or more` : `${from} to ${to} ${unit}`;
}
