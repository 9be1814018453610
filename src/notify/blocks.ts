import { cutLink, harmless } from '../comments/harmless.ts';
import type { Quote } from '../comments/letter.ts';
import type { MessageKey, Values } from '../messages/message.ts';
import type { Translate, Translator } from '../messages/translator.ts';

/** A part of a letter, ready to be set in plain text or in HTML. */
export type Block =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'quote';
      /** The sentence that says who wrote it, and its halves around the name. */
      readonly wrote: string;
      readonly around: readonly [string, string];
      readonly by: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'link'; readonly label: string; readonly lead: string; readonly url: string };

export interface Blocks {
  readonly t: Translate;
  readonly words: (key: MessageKey, values?: Values) => Block;
  readonly link: (key: MessageKey, path: string) => Block;
  readonly quote: (quote: Quote) => Block;
  /** What may hold words that somebody typed, without anything a mail program makes a link of. */
  readonly unlinked: (text: string) => string;
}

/** Makes the parts of letters in one language; `base` is the site's public address, without a slash at its end. */
export function blocksIn({ t, around }: Translator, base: string): Blocks {
  const translated = (text: string): string => text.replaceAll(cutLink, t('mail.cutLink'));
  return {
    t,
    words: (key, values) => ({ kind: 'words', text: t(key, values) }),
    link(key, path) {
      const label = t(key);
      return { kind: 'link', label, lead: t('mail.lead', { label }), url: `${base}${path}` };
    },
    quote({ by: typed, text }) {
      const by = translated(typed);
      const lines = translated(text).split('\n');
      return {
        kind: 'quote',
        wrote: t('comment.wrote', { name: by }),
        around: around('comment.wrote', 'name'),
        by,
        lines,
      };
    },
    unlinked: (text) => translated(harmless(text)),
  };
}
