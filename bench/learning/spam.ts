import { borrowed, type Said, thanking } from './honest.ts';
import { chance, type Draw, pick, say, tell, type Words } from './phrases.ts';

/** One seller: what is said, in which words, from which day of the year to which. */
interface Campaign {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly sentences: readonly string[];
  readonly words: Words;
}

const campaigns: readonly Campaign[] = [
  {
    kind: 'pills',
    from: 0,
    to: 200,
    sentences: [
      'buy {pill} online without prescription.',
      'cheap {pill}, free shipping worldwide.',
      'best price for {pill} here: {url}',
      'order {pill} today and save {percent}.',
    ],
    words: { pill: ['viagra', 'cialis', 'weight loss pills', 'sleeping tablets', 'v1agra'] },
  },
  {
    kind: 'watches',
    from: 0,
    to: 260,
    sentences: [
      'luxury {ware} at outlet prices.',
      'replica {ware}, best quality guaranteed {url}',
      'discount {percent} on all {ware} this week only.',
      'visit our online shop: {url}',
    ],
    words: { ware: ['watches', 'handbags', 'sunglasses', 'sneakers', 'jewelry'] },
  },
  {
    kind: 'loans',
    from: 60,
    to: 365,
    sentences: [
      'do you need an urgent {loan}?',
      'we offer {loan} at {percent} interest rate.',
      'contact us today by whatsapp {phone}.',
      'apply now: {url}',
      'no credit check, money within 24 hours.',
    ],
    words: { loan: ['loan', 'business loan', 'credit', 'cash advance'], phone: ['+44 7700 900123', '+1 202 555 0147'] },
  },
  {
    kind: 'crypto',
    from: 130,
    to: 365,
    sentences: [
      'I lost everything until I met {guru}.',
      '{guru} recovered my {coin} within two days.',
      'invest in {coin} and earn {percent} weekly.',
      'my life changed, thank you {guru}!',
      'join the telegram group {url}',
    ],
    words: {
      guru: ['Mr Carlos', 'Mrs Wendy', 'Expert Bruce', 'Coach Linda'],
      coin: ['bitcoin', 'ethereum', 'crypto wallet', 'forex account'],
    },
  },
  {
    kind: 'channel',
    from: 0,
    to: 365,
    sentences: [
      'check out my channel {url}',
      'subscribe and I will subscribe back!',
      'new video every day, {url}',
      'watch this before it is deleted.',
      'please help me reach {n} subscribers',
    ],
    words: {},
  },
  {
    kind: 'assistants',
    from: 255,
    to: 365,
    sentences: [
      'our AI assistant writes {text} in seconds.',
      'automate your {text} with one click, {url}',
      'try it free for 14 days, no card needed.',
      'I doubled my traffic with this tool.',
      'the future of {text} is here.',
    ],
    words: { text: ['articles', 'emails', 'homework', 'reviews', 'invoices'] },
  },
];

const flattery = [
  'Great article, thanks for sharing!',
  'Very informative post, keep up the good work.',
  'I really like your writing style, bookmarked.',
  'Your site came up in my search and I love it.',
  'Thanks for the good information, I will share this post.',
  'Nice post, very useful for my readers.',
  'Excellent blog, I learned a lot of useful things.',
];

const endings = ['top', 'xyz', 'shop', 'example', 'click', 'example', 'online'];
const stems = ['best', 'deal', 'cheap', 'pro', 'mega', 'gold', 'fast', 'smart'];

/** What sellers write, by day of the year: campaigns come and go, their addresses change weekly, and some copy readers. */
export function spam(draw: Draw, day: number): Said {
  const running = campaigns.filter(({ from, to }) => day >= from && day < to);
  const campaign = pick(draw, running);
  const words = { ...campaign.words, url: [urlOf(draw, day)], percent: ['5 %', '30 %', '70 %'], n: ['1000', '5000'] };
  const sold = (most: number): string => tell(draw, 1 + draw(most), campaign.sentences, words);
  const roll = draw(100);
  if (roll < 10) return { kind: 'thanks', body: thanking(draw, day) };
  if (roll < 22) return { kind: 'flattery', body: tell(draw, 1 + draw(2), flattery, {}) };
  if (roll < 34)
    return {
      kind: 'borrowed',
      body: `${borrowed(draw, day)} ${say(draw, pick(draw, ['{url}', 'More here: {url}', 'as seen on {url}']), words)}`,
    };
  if (roll < 48) return { kind: 'disguised', body: `${borrowed(draw, day)} ${sold(2)}` };
  if (roll < 55)
    return { kind: 'link', body: say(draw, pick(draw, ['{url}', 'look {url}', 'wow {url} {url}']), words) };
  return { kind: campaign.kind, body: sold(4) };
}

/** Every week has a few new addresses. */
export const urlOf = (draw: Draw, day: number): string =>
  `https://${pick(draw, stems)}-${pick(draw, stems)}${Math.floor(day / 7)}.${pick(draw, endings)}/${chance(draw, 50) ? `?r=${draw(99)}` : ''}`;
