import type { Author } from './comment.ts';
import { hostOf, type Kind, type ListEntry } from './list-entry.ts';
import { hrefsOf, textsOf } from './readable.ts';
import { type Found, wordFinder } from './words.ts';

/** What entries are compared with: a comment, or what is about to be one. */
export interface Listable {
  readonly author: Author;
  /** Safe. */
  readonly html: string;
  /** Keyed hashes of where it came from; null where that is forgotten. */
  readonly address: string | null;
  readonly network: string | null;
}

/** An entry that hit, and what; the text is empty where an entry of kind `network` did. */
export type Hit = Found<ListEntry>;

export type Matcher = (listable: Listable, now: number) => Hit | null;

/** Entries, made ready to be asked often. One that blocks goes before one that holds; expired ones do nothing. */
export function compile(entries: readonly ListEntry[]): Matcher {
  const finders = (['block', 'hold'] as const).map((effect) => finderOf(entries.filter((it) => it.effect === effect)));
  return (listable, now) => {
    for (const find of finders)
      for (const hit of find(listable)) if (hit.item.expiresAt === null || hit.item.expiresAt > now) return hit;
    return null;
  };
}

type Finder = (listable: Listable) => Iterable<Hit>;

function finderOf(entries: readonly ListEntry[]): Finder {
  const of = (kind: Kind) => entries.filter((entry) => entry.kind === kind);
  const words = wordFinder(of('word'), ({ value }) => value);
  const finders: readonly Finder[] = [
    ({ author, html }) => words(textsOf(author, html)),
    domainFinder(of('domain')),
    emailFinder(of('email')),
    networkFinder(of('network')),
  ];
  return function* find(listable) {
    for (const finder of finders) yield* finder(listable);
  };
}

/** The domain of a link, or one above it. */
function domainFinder(entries: readonly ListEntry[]): Finder {
  const byDomain = byValue(entries);
  return function* find({ author, html }) {
    if (byDomain.size === 0) return;
    for (const text of [author.website ?? '', ...hrefsOf(html)]) {
      const host = URL.parse(text)?.hostname ?? '';
      const start = text.indexOf(host);
      for (const domain of withParents(hostOf(host) ?? ''))
        for (const item of byDomain.get(domain) ?? []) yield { item, text, start, end: start + host.length };
    }
  };
}

/** The whole address, or the domain of it, or one above that. */
function emailFinder(entries: readonly ListEntry[]): Finder {
  const byAddress = byValue(entries);
  return function* find({ author: { email } }) {
    if (byAddress.size === 0 || email === null) return;
    const at = email.lastIndexOf('@');
    const host = hostOf(email.slice(at + 1)) ?? '';
    const wanted = [`${email.slice(0, at).toLowerCase()}@${host}`, ...withParents(host).map((domain) => `@${domain}`)];
    for (const value of wanted)
      for (const item of byAddress.get(value) ?? []) yield { item, text: email, start: 0, end: email.length };
  };
}

function networkFinder(entries: readonly ListEntry[]): Finder {
  const byHash = byValue(entries);
  return function* find({ address, network }) {
    for (const hash of [address ?? '', network ?? ''])
      for (const item of byHash.get(hash) ?? []) yield { item, text: '', start: 0, end: 0 };
  };
}

const byValue = (entries: readonly ListEntry[]): ReadonlyMap<string, readonly ListEntry[]> =>
  Map.groupBy(entries, ({ value }) => value);

/** `a.b.c` to `a.b.c`, `b.c` and `c`. */
function withParents(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.map((_label, at) => labels.slice(at).join('.'));
}
