import type { Letter, Quote } from '../comments/letter.ts';

/** A letter in words, for both parts of a mail. */
export interface Written {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'quote'; readonly by: string; readonly lines: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** `base`: the site's public address, without a slash at its end. No subject holds a word that an author typed. */
export function wordingOf(letter: Letter, { base, siteName }: { readonly base: string; readonly siteName: string }) {
  const link = (label: string, path: string): Block => ({ kind: 'link', label, url: `${base}${path}` });
  const { subject, blocks } = bodyOf(letter, siteName, link);
  return { subject, blocks: [...blocks, ...footerOf(letter, siteName, link)] } satisfies Written;
}

type Link = (label: string, path: string) => Block;

function bodyOf(letter: Letter, siteName: string, link: Link): Written {
  switch (letter.occasion) {
    case 'held':
      return {
        subject: `Held: a reply to “${letter.thread.title}”`,
        blocks: [
          words(`A reply to “${letter.thread.title}” waits for a moderator. ${reasonOf(letter.reason)}`),
          quote(letter.quote),
          link('Approve it', letter.approve),
          link('Mark it as spam', letter.spam),
          link('See the queue', '/moderation'),
          words('The first two links work once, for three days, and ask before they do anything.'),
        ],
      };
    case 'digest':
      return {
        subject: letter.waiting === 1 ? 'A reply waits for you' : `${letter.waiting} replies wait for you`,
        blocks: [
          words(`${letter.waiting === 1 ? 'One reply waits' : `${letter.waiting} replies wait`} for a moderator.`),
          ...letter.quotes.flatMap(({ thread, ...each }) => [words(`On “${thread.title}”:`), quote(each)]),
          link('See the queue', '/moderation'),
        ],
      };
    case 'confirm':
      return {
        subject: `Confirm: replies at ${siteName} by e-mail?`,
        blocks: [
          words(`Somebody, you perhaps, asked us to send ${wanted(letter.own)} “${letter.thread.title}” here.`),
          link('Yes, send them', letter.confirm),
          words('If it was not you, do nothing: without your yes nothing more is sent.'),
        ],
      };
    case 'approved':
      return {
        subject: `Your reply to “${letter.thread.title}” is published`,
        blocks: [words('A moderator has approved it.'), link('Read it in its place', letter.place)],
      };
    case 'reply':
    case 'follow':
      return {
        subject: `${letter.occasion === 'reply' ? 'An answer to your reply to' : 'A new reply to'} “${letter.thread.title}”`,
        blocks: [quote(letter.quote), link('Read it in its place', letter.place)],
      };
  }
}

function footerOf(letter: Letter, siteName: string, link: Link): readonly Block[] {
  if (letter.stop === null) return [words(`You moderate ${siteName}.`), link('Choose how often we write', '/account')];
  return [words(`Sent by ${siteName}, to nobody but you.`), link('Stop these mails', letter.stop)];
}

const wanted = (own: boolean): string =>
  own ? 'word when your reply is published, and the answers to it, about' : 'new replies to';

const reasonOf = (reason: string | null): string => (reason === null ? '' : `Why: ${reason}.`);
const words = (text: string): Block => ({ kind: 'words', text: text.trim() });
const quote = ({ by, text }: Quote): Block => ({ kind: 'quote', by, lines: text.split('\n') });

/** The part without markup. */
export function plainText({ blocks }: Written): string {
  return `${blocks.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  if (block.kind === 'words') return block.text;
  if (block.kind === 'link') return `${block.label}:\n${block.url}`;
  return [`${block.by} wrote:`, ...block.lines.map((line) => `> ${line}`)].join('\n');
}
