import type { Comment } from './comment.ts';
import { excerptOf, harmless } from './harmless.ts';
import type { Thread } from './thread.ts';

/** What somebody wrote, as a mail may quote it: plain text without links. */
export interface Quote {
  readonly by: string;
  readonly text: string;
}

/** What a mail says. Addresses are paths below the site's own; what authors typed stands in quotes alone. */
export type Letter = {
  readonly to: string;
  /** The path that ends these mails, by a form or by one click of a mail program; null for moderators, and for a single mail. */
  readonly stop: string | null;
  /** BCP 47; null: the site's. */
  readonly language: string | null;
} & News;

type News =
  | {
      readonly occasion: 'held';
      readonly thread: Thread;
      readonly quote: Quote;
      readonly reason: string | null;
      readonly approve: string;
      readonly spam: string;
    }
  | { readonly occasion: 'digest'; readonly waiting: number; readonly quotes: readonly (Quote & { thread: Thread })[] }
  | { readonly occasion: 'confirm'; readonly thread: Thread; readonly own: boolean; readonly confirm: string }
  | { readonly occasion: 'receipt'; readonly thread: Thread; readonly link: string }
  | { readonly occasion: 'approved'; readonly thread: Thread; readonly place: string }
  | {
      readonly occasion: 'reply' | 'follow';
      readonly thread: Thread;
      readonly place: string;
      readonly quote: Quote;
    };

export const quoteOf = ({ author, html }: Pick<Comment, 'author' | 'html'>): Quote => ({
  by: harmless(author.name),
  text: excerptOf(html),
});
