import { chance, type Draw, pick, say, tell, type Words } from './phrases.ts';

/** What a comment says, before somebody signs it. */
export interface Said {
  readonly kind: string;
  readonly body: string;
}

/** What a small newspaper writes about, season by season; some of it comes back. */
const seasons: readonly Words[] = [
  { thing: ['harbour wall', 'ferry', 'storm', 'fishing quota', 'lighthouse'], place: ['the quay', 'the old port'] },
  { thing: ['school budget', 'bus line', 'council vote', 'town hall', 'tram'], place: ['the station', 'our street'] },
  { thing: ['bee garden', 'drought', 'open-air pool', 'festival', 'market'], place: ['the park', 'the meadow'] },
  { thing: ['hospital', 'insurance', 'flu season', 'pharmacy', 'waiting list'], place: ['the clinic', 'the ward'] },
  { thing: ['power prices', 'heat pump', 'loan', 'savings bank', 'rent'], place: ['the bank', 'our house'] },
  { thing: ['broadband', 'phone masts', 'online shop', 'crypto fraud', 'password'], place: ['the library', 'the web'] },
];

const common: Words = {
  who: ['my neighbour', 'my sister', 'our teacher', 'my doctor', 'a friend', 'the mayor', 'my father', 'a colleague'],
  said: ['told me', 'always said', 'wrote', 'claims', 'doubts', 'explained', 'remembers'],
  time: ['last year', 'in spring', 'since Monday', 'for years', 'in 1998', 'yesterday', 'ten years ago', 'this week'],
  good: ['useful', 'careful', 'interesting', 'fair', 'thorough', 'balanced', 'well written'],
  bad: ['too short', 'unfair', 'half true', 'expensive', 'late', 'confusing', 'free for some only'],
  amount: ['20 euros', '300 people', '4 percent', 'two hours', '1,200 signatures', '15 years'],
};

const opinions = [
  'I do not agree that the {thing} is {bad}.',
  '{who} {said} that the {thing} was closed {time}.',
  'we live near {place} and see it every day.',
  'the numbers do not add up: it was {amount} {time}.',
  'why does nobody ask the people at {place}?',
  'thank you for the {good} article about the {thing}.',
  'it costs us {amount} more than {time}.',
  'I was there {time} and saw nothing of the kind.',
  'what happened to the plan for the {thing}?',
  'the second paragraph is {bad}, the rest is {good}.',
  'perhaps the {thing} should have been repaired first.',
  'as {who} {said}, money alone will not help.',
  'I paid {amount} for it and would not do it again.',
  'has anyone here tried the new one at {place}?',
  'you forgot to mention {place}.',
  'best piece I have read here {time}.',
  '{who} got help there for free and was happy with the service.',
  'whoever decides about the {thing} never uses it.',
];

const thanks = [
  'Great article, thanks for sharing!',
  'Thank you, very {good}.',
  'Nice post, I will share it with {who}.',
  'Thanks for the information about the {thing}.',
  'Very {good} article, keep it up!',
  'So true.',
  'I learned a lot, thank you.',
  'This helped me, bookmarked.',
];

/** Close to what sellers write: a neighbour's notice, and a warning that quotes them. */
const notices = [
  'Flea market at {place} on Saturday, free entry, everything must go!',
  'We sell homemade jam and used sneakers at {place}, all for a good cause.',
  'Our choir looks for new voices, first month free, contact us today.',
  'Free course at {place}: how to recover your password and your money.',
  'Bike repair at {place}, best price in town, half of it goes to the {thing}.',
];
const warnings = [
  'Beware of mails like this: "invest in bitcoin and earn 30 % weekly".',
  '{who} got a message "do you need an urgent loan?" and nearly paid {amount}.',
  'Somebody called Expert Bruce wrote to {who} that he recovers a crypto wallet. A fraud.',
  'They sell weight loss pills without prescription near {place}, who stops that?',
];

const sources = [
  'https://www.council.example/minutes/{n}',
  'https://statistics.example/table-{n}',
  'https://library.example/{n}',
];
const people = ['anna', 'tom', 'bird-watch', 'old-boats'];
const own = ['my blog', 'a page of ours', 'an old article of mine', 'photos I took'];

/** What readers write, by day of the year: long and short, with a source now and then, some of it close to an advertisement. */
export function honest(draw: Draw, day: number): Said {
  const words = wordsOf(draw, day);
  const roll = draw(100);
  if (roll < 18) return { kind: 'thanks', body: tell(draw, 1 + draw(2), thanks, words) };
  if (roll < 30) return { kind: 'source', body: `${tell(draw, 1 + draw(3), opinions, words)} See ${sourceOf(draw)}` };
  if (roll < 36) return { kind: 'own page', body: `${tell(draw, 1 + draw(2), opinions, words)} ${ownOf(draw)}` };
  if (roll < 48) return { kind: 'short', body: tell(draw, 1, opinions, words) };
  if (roll < 50) return { kind: 'pointer', body: `${pick(draw, ['Look:', 'Here it is:', ''])} ${pageOf(draw)}`.trim() };
  if (roll < 54) return { kind: 'notice', body: `${tell(draw, 1 + draw(2), notices, words)} ${pageOf(draw)}` };
  if (roll < 57) return { kind: 'warning', body: tell(draw, 1 + draw(2), warnings, words) };
  if (roll < 61) return { kind: 'loud', body: `${tell(draw, 2, opinions, words).toUpperCase()}!!!` };
  return { kind: 'opinion', body: tell(draw, 2 + draw(5), opinions, words) };
}

/** Words of readers that spam copies. */
export const thanking = (draw: Draw, day: number): string => tell(draw, 1 + draw(2), thanks, wordsOf(draw, day));
export const borrowed = (draw: Draw, day: number): string => tell(draw, 1 + draw(3), opinions, wordsOf(draw, day));

function wordsOf(draw: Draw, day: number): Words {
  const season = Math.floor(day / 60) % seasons.length;
  const talked = chance(draw, 75) ? seasons[season] : pick(draw, seasons);
  return { ...common, ...talked };
}

const numbered = (draw: Draw, text: string): string => say(draw, text, { n: [String(100 + draw(900))] });
const sourceOf = (draw: Draw): string => numbered(draw, pick(draw, sources));
const ownOf = (draw: Draw): string => `I wrote about it on ${pick(draw, own)}: ${pageOf(draw)}`;
const pageOf = (draw: Draw): string =>
  `https://${pick(draw, people)}-${draw(30)}.${pick(draw, ['example', 'example', 'shop', 'online'])}/`;
