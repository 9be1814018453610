import { lookOf } from './look.ts';

/** Whether readers could take one name for the other. */
export function looksLike(one: string, other: string): boolean {
  const look = lookOf(one);
  return look === '' ? one.trim() === other.trim() : look === lookOf(other);
}

/** Whose name a visitor's looks like; null: nobody's. `signedBy` is the name of the page's author, or null. */
export function impersonated(name: string, moderators: readonly string[], signedBy: string | null): Impersonated {
  if (impersonates(name, moderators)) return 'moderator';
  return signedBy !== null && looksLike(name, signedBy) ? 'author' : null;
}

export type Impersonated = 'moderator' | 'author' | null;

/**
 * Whether a visitor's name looks like that of a moderator, or like one with the badge: it holds a word for moderator or
 * administrator, or a sign of being verified at either end. `moderators` are the names as published.
 */
export function impersonates(name: string, moderators: readonly string[]): boolean {
  const look = lookOf(name);
  const isTheirs = look !== '' && moderators.some((moderator) => lookOf(moderator) === look);
  return isTheirs || longWords.some((word) => look.includes(word)) || holdsBadgeWord(name) || verified.test(name);
}

/** Words by themselves, and those spaced out over several. */
function holdsBadgeWord(name: string): boolean {
  return apart.some((between) => hasBadgeWord(name.split(between).map(lookOf).filter(Boolean)));
}

/** What may stand between words: some signs and digits may also be letters in disguise. */
const apart = [/\s+/u, /[\s\p{P}]+/u, /[^\p{L}\p{M}]+/u];

/** Looks at every row of words, run together, as far as a word of the badge is long. */
function hasBadgeWord(words: readonly string[]): boolean {
  return words.some((_word, from) => {
    let run = '';
    for (let to = from; to < words.length && run.length < longest; to += 1) {
      run += words[to];
      if (badgeWords.has(run)) return true;
    }
    return false;
  });
}

/** As the badge says it, and as readers of our other languages would. */
const badgeWords: ReadonlySet<string> = new Set(
  `moderator moderators moderatorin moderateur modératrice moderador moderadora moderatore moderatrice moderaattori
  moderátor moderatör moderatorius moderatorka moderatorius moderators модератор модераторка συντονιστής διαχειριστής
  مدیر ناظم msimamizi admin admins administrator administrators administratör administratorin administrateur
  administratrice administrador administradora amministratore amministratrice ylläpitäjä adminisztrátor yönetici
  author autor autorin auteur автор
  administratorius administrators админ администратор администратори адмін адміністратор адміністраторка
  المشرف المشرفة المدير 管理员 管理員 版主 站长 站長`
    .split(/\s+/)
    .map(lookOf),
);

const longest = Math.max(...[...badgeWords].map(({ length }) => length));

/** Found inside other words too; shorter ones stand in ordinary words, such as Badminton. */
const longWords = [...badgeWords].filter((word) => word.length >= 9);

/** Check marks, stars, shields, crowns, as sites put them beside names they vouch for. */
const sign = '[✓✔☑✅🗸🗹√⭐★☆🌟🛡👑🎖🏅]';
const verified = new RegExp(`^\\s*${sign}|${sign}[\\ufe0e\\ufe0f\\s]*$`, 'u');
