import type { Author } from '../../src/comments/comment.ts';
import type { Writing } from '../../src/comments/learning/features.ts';
import { toSafeHtml } from '../../src/comments/markup.ts';
import { honest, type Said } from './honest.ts';
import { chance, type Draw, pick } from './phrases.ts';
import { spam, urlOf } from './spam.ts';

/** A comment that is known to be spam or honest, and of which kind it is. */
export interface Labelled extends Writing {
  readonly label: 'spam' | 'honest';
  readonly kind: string;
}

const dayMs = 24 * 3_600_000;
const firstDay = Date.UTC(2022, 0, 1);

/** So many comments of one year, in the order of their writing; the same for the same dice. docs/learning.md says how. */
export function collection(draw: Draw, size: number): readonly Labelled[] {
  const days = Array.from({ length: size }, () => draw(365)).toSorted((one, other) => one - other);
  return days.map((day) => (chance(draw, 55) ? spamOf(draw, day) : honestOf(draw, day)));
}

function honestOf(draw: Draw, day: number): Labelled {
  const said = honest(draw, day);
  // Readers sleep, and write as fast as people do; one in five had the text ready, and pastes it.
  const hour = chance(draw, 80) ? 6 + draw(17) : draw(24);
  const thinkSeconds = chance(draw, 20) ? 4 + draw(20) : 8 + Math.ceil(said.body.length / 5) + draw(300);
  return label('honest', said, readerOf(draw), day, hour, thinkSeconds);
}

function spamOf(draw: Draw, day: number): Labelled {
  const said = spam(draw, day);
  // A program, or a person who pastes; two in five take the time that a reader would.
  const thinkSeconds = chance(draw, 40) ? 15 + Math.ceil(said.body.length / 6) + draw(240) : 3 + draw(25);
  return label('spam', said, sellerOf(draw, day), day, draw(24), thinkSeconds);
}

function label(
  label: Labelled['label'],
  said: Said,
  author: Author,
  day: number,
  hour: number,
  thinkSeconds: number,
): Labelled {
  const createdAt = firstDay + day * dayMs + hour * 3_600_000;
  return { ...said, label, author, html: toSafeHtml(said.body), createdAt, thinkSeconds };
}

const first = ['Ann', 'Bogdan', 'Carla', 'Dilek', 'Eve', 'Farid', 'Greta', 'Henk', 'Ines', 'Jan', 'Kofi', 'Lena'];
const last = ['Nordin', 'Okafor', 'Petrov', 'Quist', 'Rossi', 'Silva', 'Tanaka', 'Ulrich'];
const providers = ['mail.example', 'post.example', 'web.example', 'school.example', 'town.example'];

/** A good third of the readers have a page of their own, and most come back: there are about a hundred of them. */
function readerOf(draw: Draw): Author {
  const [one, other] = [pick(draw, first), pick(draw, last)];
  const name = chance(draw, 40) ? one : `${one} ${other}`;
  const email = chance(draw, 60) ? `${one}@${pick(draw, providers)}`.toLowerCase() : null;
  return { name, email, website: chance(draw, 35) ? `https://${one}-${other}.example/`.toLowerCase() : null };
}

const trades = ['Best Deals', 'Cheap Loans', 'SEO Expert', 'Crypto Recovery', 'Online Pharmacy', 'Growth Tools'];

/** Most call themselves as a reader would. */
function sellerOf(draw: Draw, day: number): Author {
  const name = chance(draw, 20) ? pick(draw, trades) : `${pick(draw, first)} ${pick(draw, last)}`;
  const domain = chance(draw, 25) ? `bulk${Math.floor(day / 30)}.example` : pick(draw, providers);
  const email = chance(draw, 70) ? `${pick(draw, first)}${draw(999)}@${domain}`.toLowerCase() : null;
  return { name, email, website: chance(draw, 55) ? urlOf(draw, day) : null };
}
