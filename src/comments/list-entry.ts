import { domainToASCII } from 'node:url';
import { message } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';
import { CommentsError } from './error.ts';
import { foldedWords } from './words.ts';

/** What an entry of the lists looks for. */
export const kinds = ['word', 'domain', 'email', 'network'] as const;
export type Kind = (typeof kinds)[number];

/** `hold` sends what is found to a moderator; `block` files it as spam, where a moderator can still find it. */
export const effects = ['hold', 'block'] as const;
export type Effect = (typeof effects)[number];

/** What an entry looks for, in the form in which it is kept. */
export interface Wanted {
  readonly kind: Kind;
  /**
   * `word`: a word or several, as typed. `domain`: a host name, lower case, IDN as punycode. `email`: an address, or
   * `@` and a domain. `network`: the keyed hash of an address or network.
   */
  readonly value: string;
}

export interface ListEntry extends Wanted {
  readonly id: string;
  readonly effect: Effect;
  /** Epoch milliseconds, as the next two; null: never. */
  readonly expiresAt: number | null;
  readonly createdAt: number;
  /** Id of the moderator. */
  readonly createdBy: string;
  /** When it was taken off the list; for a day it can be put back. */
  readonly removedAt: number | null;
}

/** Most characters of a value. */
const longest = 200;

/**
 * What was typed, in the form in which it is kept and compared.
 * @throws CommentsError `invalid` when nothing can be looked for by it; the sentence says what to type.
 */
export function wanted(kind: Kind, typed: string): Wanted {
  const value = typed
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (value === '') throw new CommentsError('invalid', 'lists.empty');
  if ([...value].length > longest) throw new CommentsError('invalid', message('lists.tooLong', { most: longest }));
  return { kind, value: readers[kind](value) };
}

/** Whether two entries find the same. */
export function isSame(one: Wanted, other: Wanted): boolean {
  return one.kind === other.kind && keyOf(one) === keyOf(other);
}

const keyOf = ({ kind, value }: Wanted): string => (kind === 'word' ? foldedWords(value).join(' ') : value);

/** How an entry is named to people. A hash is shown in part: enough to tell it from others, and to see it come back. */
export const labelOf = ({ kind, value }: Wanted, t: Translate): string =>
  kind === 'network' ? t('lists.network', { start: value.slice(0, 8) }) : value;

const readers: Readonly<Record<Kind, (value: string) => string>> = {
  word(value) {
    if (foldedWords(value).length > 0) return value;
    throw new CommentsError('invalid', 'lists.noWord');
  },
  domain(value) {
    if (value.includes('@')) throw new CommentsError('invalid', 'lists.isEmail');
    const host = hostOf(value.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*$/, ''));
    if (host !== null) return host;
    throw new CommentsError('invalid', 'lists.noDomain');
  },
  email(value) {
    const [, local = '', domain = ''] = /^([^\s@]*)@([^\s@]+)$/.exec(value) ?? [];
    const host = hostOf(domain);
    if (host !== null) return `${local.toLowerCase()}@${host}`;
    throw new CommentsError('invalid', 'lists.noEmail');
  },
  network(value) {
    if (/^[\w-]{43}$/.test(value)) return value;
    throw new CommentsError('invalid', 'lists.noNetwork');
  },
};

/** A host name with a dot in it, as links and addresses are compared by; null where the text is none. */
export function hostOf(text: string): string | null {
  const host = domainToASCII(
    text
      .replace(/^(?:\*?\.)/, '')
      .replace(/(?::\d+)?\.?$/, '')
      .toLowerCase(),
  );
  return /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{1,63}$/.test(host) ? host : null;
}
