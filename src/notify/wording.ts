import type { Letter } from '../comments/letter.ts';
import { sayReason } from '../comments/reason.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { type Block, type Blocks, blocksIn } from './blocks.ts';

/** A letter in words, for both parts of a mail. */
export interface Written extends Pick<Translator, 'tag' | 'direction'> {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export interface Sender {
  /** The site's public address, without a slash at its end. */
  readonly base: string;
  readonly siteName: string;
  /** Of the language that the letter is to be in. */
  readonly translator: Translator;
}

/** No subject holds a word that an author typed. */
export function wordingOf(letter: Letter, { base, siteName, translator }: Sender): Written {
  const { tag, direction } = translator;
  const make = blocksIn(translator, base);
  const { subject, blocks } = bodyOf(letter, siteName, make);
  return { tag, direction, subject, blocks: [...blocks, ...footerOf(letter, siteName, make)] };
}

type Body = Pick<Written, 'subject' | 'blocks'>;

function bodyOf(letter: Letter, site: string, make: Blocks): Body {
  const { t, words, link, quote } = make;
  switch (letter.occasion) {
    case 'held':
      return heldBody(letter, make);
    case 'digest':
      return digestBody(letter, make);
    case 'confirm': {
      const { title } = letter.thread;
      const asked = words(letter.own ? 'mail.askedOwn' : 'mail.askedThread', { title });
      const blocks = [asked, link('mail.confirm', letter.confirm), words('mail.ifNotYou')];
      return { subject: t('mail.confirmSubject', { site }), blocks };
    }
    case 'receipt': {
      const { title } = letter.thread;
      const what = [words('mail.receipt', { title }), link('mail.receiptLink', letter.link)];
      const blocks = [...what, words('mail.receiptAll'), words('mail.receiptNotYou')];
      return { subject: t('mail.receiptSubject', { title }), blocks };
    }
    case 'approved': {
      const blocks = [words('mail.approved'), link('mail.place', letter.place)];
      return { subject: t('mail.approvedSubject', { title: letter.thread.title }), blocks };
    }
    case 'reply':
    case 'follow': {
      const blocks = [quote(letter.quote), link('mail.place', letter.place)];
      return { subject: t(newsSubjects[letter.occasion], { title: letter.thread.title }), blocks };
    }
  }
}

const newsSubjects: Readonly<Record<'reply' | 'follow', MessageKey>> = {
  reply: 'mail.replySubject',
  follow: 'mail.followSubject',
};

function heldBody(letter: Extract<Letter, { occasion: 'held' }>, { t, words, link, quote, unlinked }: Blocks): Body {
  const { reason } = letter;
  const { title } = letter.thread;
  const waits =
    reason === null
      ? words('mail.held', { title })
      : words('mail.heldWhy', { title, reason: unlinked(sayReason(reason, t)) });
  const blocks = [
    waits,
    quote(letter.quote),
    link('mail.approve', letter.approve),
    link('mail.spam', letter.spam),
    link('mail.queue', '/moderation'),
    words('mail.heldLinks'),
  ];
  return { subject: t('mail.heldSubject', { title }), blocks };
}

function digestBody(letter: Extract<Letter, { occasion: 'digest' }>, { t, words, link, quote }: Blocks): Body {
  const count = letter.waiting;
  const quotes = letter.quotes.flatMap(({ thread, ...each }) => [
    words('mail.onThread', { title: thread.title }),
    quote(each),
  ]);
  const blocks = [words('mail.digest', { count }), ...quotes, link('mail.queue', '/moderation')];
  return { subject: t('mail.digestSubject', { count }), blocks };
}

function footerOf(letter: Letter, site: string, { words, link }: Blocks): readonly Block[] {
  if (letter.occasion === 'receipt') return [words('mail.sentBy', { site })];
  if (letter.stop === null) return [words('mail.youModerate', { site }), link('mail.howOften', '/account')];
  return [words('mail.sentBy', { site }), link('mail.stop', letter.stop)];
}

/** The part without markup. */
export function plainText({ blocks }: Written): string {
  return `${blocks.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  if (block.kind === 'words') return block.text;
  if (block.kind === 'link') return `${block.lead}\n${block.url}`;
  return [block.wrote, ...block.lines.map((line) => `> ${line}`)].join('\n');
}
