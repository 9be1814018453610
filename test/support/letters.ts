import { type Letter, quoteOf } from '../../src/comments/letter.ts';
import { toSafeHtml } from '../../src/comments/markup.ts';

/** What hostile hands wrote: addresses of every kind, and what looks like a message of the catalogue. */
const quote = quoteOf({
  author: { name: 'https://evil.example/ Ann', email: null, website: null },
  html: toSafeHtml('See [this](https://evil.example/a) or www.evil.example, evil.example.\n\nيوم جميل <b>bold</b>'),
});
const thread = { key: 'tides', url: '/articles/tides', title: 'Tides & “moon”' };
const place = '/articles/tides/comments/1';
const toModerator = { to: 'mo@example.org', stop: null };
const toFollower = { to: 'ann@example.org', stop: '/mail/stop?token=s' };
const held = { ...toModerator, occasion: 'held', thread, quote, approve: '/mail/decide?token=a' } as const;

/** A letter of each kind, by what it is; `language` is that of whoever gets it, a BCP 47 tag. */
export const lettersIn = (language: string | null): readonly (readonly [string, Letter])[] => [
  ['held', { ...held, language, spam: '/mail/decide?token=b', reason: null }],
  ['held, and why', { ...held, language, spam: '/mail/decide?token=b', reason: 'On your list: www.evil.example' }],
  ['a digest of one', { ...toModerator, language, occasion: 'digest', waiting: 1, quotes: [{ ...quote, thread }] }],
  ['a digest', { ...toModerator, language, occasion: 'digest', waiting: 1_234, quotes: [{ ...quote, thread }] }],
  ['confirm, a thread', { ...toFollower, language, occasion: 'confirm', thread, own: false, confirm: '/mail/confirm' }],
  ['confirm, an answer', { ...toFollower, language, occasion: 'confirm', thread, own: true, confirm: '/mail/confirm' }],
  ['approved', { ...toFollower, language, occasion: 'approved', thread, place }],
  ['reply', { ...toFollower, language, occasion: 'reply', thread, place, quote }],
  ['follow', { ...toFollower, language, occasion: 'follow', thread, place, quote }],
];
