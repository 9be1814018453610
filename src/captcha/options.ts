import type { ChallengeStore } from './challenge.ts';
import { createMemoryStore } from './memory.ts';
import type { Blank, Operation, RandomInt } from './sums.ts';
import { blanks, operations } from './sums.ts';
import { languages, wordsOf } from './words/index.ts';

export interface MathCaptchaOptions {
  /** Names the form: a sum asked for one purpose is no good for another. Default "form". */
  readonly purpose?: string;
  /** Default: this process's memory. Several processes need a store they share. */
  readonly store?: ChallengeStore;
  /** BCP 47 tag of the number words. Default "en". */
  readonly language?: string;
  /** Default "+" and "−". */
  readonly operations?: readonly Operation[];
  /** Default "result". */
  readonly blank?: Blank;
  /** Milliseconds a sum can be answered. Default 24 hours. */
  readonly lifetime?: number;
  /** Unanswered sums a session may have. Default 8. */
  readonly outstanding?: number;
  /** Names of the two fields. Default "challenge" and "response". */
  readonly fields?: { readonly challenge?: string; readonly response?: string };
  /** Epoch milliseconds. Default Date.now. */
  readonly now?: () => number;
  /** A uniform integer from 0 to `exclusiveMax` − 1. Default crypto.randomInt. */
  readonly randomInt?: RandomInt;
}

export interface FieldNames {
  readonly challenge: string;
  readonly response: string;
}

/** Checked; what is absent still has the default of `createCaptcha`. */
export type MathCaptchaSettings = Omit<MathCaptchaOptions, 'fields'> &
  Required<Pick<MathCaptchaOptions, 'purpose' | 'store' | 'now'>> & { readonly fields: FieldNames };

/** Checks what is given. Throws a TypeError that names the option and what to do about it. */
export function readOptions(options: MathCaptchaOptions): MathCaptchaSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const fields = { ...defaultFields, ...options.fields };
  const settings = { purpose: 'form', store: createMemoryStore({ most: 20_000 }), now: Date.now, ...given, fields };
  for (const name of Object.keys(given)) {
    if (!isOption(name)) throw problemWith(name, `is not known. Use ${quoted(Object.keys(remedies))}.`);
    const remedy = remedies[name](settings[name as keyof typeof settings]);
    if (remedy) throw problemWith(name, `is not usable. ${remedy}`);
  }
  return settings;
}

function isOption(name: string): name is keyof MathCaptchaOptions {
  return Object.hasOwn(remedies, name);
}

function problemWith(name: string, rest: string): TypeError {
  return new TypeError(`mathCaptcha: the option "${name}" ${rest}`);
}

const defaultFields: FieldNames = { challenge: 'challenge', response: 'response' };

/** What to do about a value that is not usable; null where it is. */
const remedies: Readonly<Record<keyof MathCaptchaOptions, (value: unknown) => string | null>> = {
  purpose: (value) => (isName(value) ? null : 'Name the form, such as "contact".'),
  store: (value) =>
    isStore(value) ? null : 'Pass an object with add, find and take, such as createMemoryStore({ most: 20000 }).',
  language: (value) => (isName(value) && wordsOf(value) ? null : `There are words for ${quoted(tags)}.`),
  operations: (value) =>
    isSomeOf(operations, value) ? null : `Pass an array of one or more of ${quoted(operations)}.`,
  blank: (value) => (isOneOf(blanks, value) ? null : `Pass one of ${quoted(blanks)}.`),
  lifetime: (value) => (isAtLeastOne(value) ? null : 'Pass whole milliseconds; 24 hours are 86400000.'),
  outstanding: (value) => (isAtLeastOne(value) ? null : 'Pass a whole number from 1 on.'),
  fields: (value) => (areFields(value) ? null : `Give two different names, such as ${JSON.stringify(defaultFields)}.`),
  now: (value) => (typeof value === 'function' ? null : 'Pass a function that gives epoch milliseconds.'),
  randomInt: (value) => (typeof value === 'function' ? null : 'Pass a function that draws from 0 to its argument − 1.'),
};

const tags = languages.map(({ language }) => language);

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isStore(value: unknown): boolean {
  return ['add', 'find', 'take'].every(
    (verb) => typeof (value as Record<string, unknown> | null)?.[verb] === 'function',
  );
}

function isOneOf(allowed: readonly unknown[], value: unknown): boolean {
  return allowed.includes(value);
}

function isSomeOf(allowed: readonly unknown[], value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => allowed.includes(item));
}

function isAtLeastOne(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function areFields(value: unknown): boolean {
  const { challenge, response } = value as FieldNames;
  return isName(challenge) && isName(response) && challenge !== response;
}
