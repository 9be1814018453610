import { seeded } from '../attack/seeded.ts';
import { type Grammar, spoken } from './grammar.ts';
import { pick } from './pick.ts';

type Draw = (below: number) => number;

/** Of what 200 templates are made: each is written once, by dice of its own. */
const grammar: Grammar = {
  goods: ['watches', 'loans', 'pills', 'tokens', 'essays', 'handbags', 'rankings', 'backlinks', 'vouchers', 'sneakers'],
  kind: [
    'cheap',
    'genuine',
    'certified',
    'discreet',
    'handmade',
    'imported',
    'exclusive',
    'famous',
    'clinically tested',
  ],
  who: ['my cousin', 'a colleague', 'our team', 'a doctor', 'thousands of people', 'every professional', 'my husband'],
  did: ['bought', 'ordered', 'compared', 'discovered', 'recommended', 'tried', 'reviewed', 'collected'],
  where: [
    'from home',
    'without paperwork',
    'in Europe',
    'within one day',
    'at half the price',
    'on a phone',
    'by mail',
  ],
  promise: [
    'delivery is free',
    'results are guaranteed',
    'nobody will ask',
    'payment is secure',
    'support never sleeps',
  ],
  praise: ['Great post', 'Lovely blog', 'Very informative article', 'I enjoyed reading this', 'Brilliant points'],
  more: [
    'bookmarked it',
    'will come back',
    'told my friends',
    'learned a lot',
    'subscribed at once',
    'agree with everything',
  ],
  act: [
    '{visit} our page',
    '{visit} the shop below',
    'write to our office',
    '{visit} the offer',
    'ask for the catalogue',
  ],
  reward: ['a bonus waits', 'the first month costs nothing', 'half of it is refunded', 'a gift comes along'],
  one: ['{praise}, I {more} and {more}.', '{who} {did} {kind} {goods} {where} and {did} {kind} {goods} too.'],
  two: [
    'With {kind} {goods} {promise} and {reward} for {who}.',
    'Nowhere else {who} {did} such {kind} {goods} {where}.',
  ],
  three: ['So {act} {soon}, {promise} and {reward}.', 'You should {not} wait: {act} {where} because {reward}.'],
};

/** What differs from copy to copy of one template. */
const spun: Grammar = {
  visit: ['visit', 'check', 'open', 'see'],
  not: ['not', 'never'],
  soon: ['soon', 'today', 'quickly'],
  greeting: ['', 'Hi! ', 'Dear all, ', 'Hello, '],
  farewell: ['', ' Thanks!', ' :-)', ' Regards'],
  name: ['Kevin', 'Linda', 'Marta', 'Oleg', 'Prya'],
};

export const templates = 200;

/** A copy of template `number`: other words in some places, another name and, in one of three templates, a numbered link. */
export function spamOf(number: number, draw: Draw): { readonly body: string; readonly author: string } {
  const template = spoken('{one} {two} {three} {two}', { ...grammar, ...kept }, seeded(number + 1));
  const link = number % 3 === 0 ? ` https://offer-${number}.example/?from=${draw(1_000_000)}` : '';
  const body = spoken(`{greeting}${template.replace(/\[(\w+)\]/g, '{$1}')}`, spun, draw);
  return {
    body: `${body}${link}${pick(spun.farewell ?? [], draw)}`,
    author: `${spoken('{name}', spun, draw)}${draw(10_000)}`,
  };
}

/** Left open in the template, for each copy to fill. */
const kept: Grammar = { visit: ['[visit]'], not: ['[not]'], soon: ['[soon]'] };
