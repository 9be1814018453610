import type { OwnComment, OwnStanding } from '../comments/own-comment.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import type { SaidProblem } from './form-view.ts';
import { placeSentence } from './place-sentence.ts';
import { dataView, type OwnDataView } from './receipt-data.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/receipt/edit.ejs: the text as typed; it needs nothing that would have to be looked up. */
export interface OwnEditView {
  readonly action: string;
  readonly token: string;
  readonly body: string;
  readonly seen: string;
  readonly preview: { readonly html: string } | null;
  readonly problems: readonly SaidProblem<'body'>[];
  readonly backUrl: string;
}

/** views/receipt/show.ejs: a comment as its author has it by the private link. */
export interface ReceiptView {
  /** Sent back by every form of the page. */
  readonly token: string;
  readonly comment: OwnCommentView;
  readonly article: { readonly title: string; readonly url: string };
  /** Where it stands, in a sentence. */
  readonly status: string;
  /** Its place in the queue; null unless it waits. */
  readonly place: string | null;
  /** Where readers see it; null where they do not. */
  readonly permalink: string | null;
  /** What a moderator told the author. */
  readonly explanation: string | null;
  /** Minutes in which its text can still be changed, and where; null: no more. */
  readonly edit: { readonly url: string; readonly minutes: number } | null;
  /** Where it is deleted; null where there is nothing to delete. */
  readonly deleteUrl: string | null;
  /** What can be taken along, and by whom. */
  readonly data: OwnDataView;
  /** What was done by the last form. */
  readonly notice: string | null;
}

/** A comment as readers see it. */
export interface OwnCommentView {
  readonly name: string;
  readonly website: string | null;
  readonly html: string;
  readonly at: TimeView;
  readonly edited: TimeView | null;
  readonly editedByAuthor: boolean;
}

export interface ReceiptViewParts {
  readonly own: OwnComment;
  readonly token: string;
  /** Where the application is mounted. */
  readonly base: string;
  readonly notice: string | null;
  readonly now: number;
  readonly translator: Translator;
  /** Whether a link can be sent by mail. */
  readonly offersMail: boolean;
}

export function receiptView({ own, token, base, notice, now, translator, offersMail }: ReceiptViewParts): ReceiptView {
  const { comment, thread, standing, place, explanation, editableUntil } = own;
  return {
    token,
    comment: ownCommentView(own, now, translator),
    article: { title: thread.title, url: `${base}${thread.url}` },
    status: translator.t(statuses[standing]),
    place: place && placeSentence(place, translator),
    permalink: standing === 'published' ? `${base}${thread.url}/comments/${comment.id}` : null,
    explanation,
    edit: editableUntil === null ? null : { url: urlOf(base, token, '/edit'), minutes: minutesTo(editableUntil, now) },
    deleteUrl: own.removable ? urlOf(base, token, '/delete') : null,
    data: dataView(own, { base, now, translator, offersMail }),
    notice,
  };
}

export function ownCommentView(
  { comment }: Pick<OwnComment, 'comment'>,
  now: number,
  translator: Translator,
): OwnCommentView {
  const { author, html, createdAt, editedAt, editedByAuthor } = comment;
  return {
    name: author.name,
    website: author.website,
    html,
    at: momentView(createdAt, now, translator),
    editedByAuthor,
    edited: editedAt === null ? null : momentView(editedAt, now, translator),
  };
}

const statuses = {
  waiting: 'receipt.waiting',
  published: 'receipt.published',
  hidden: 'receipt.hidden',
  refused: 'receipt.refused',
  deleted: 'receipt.deleted',
} as const satisfies Record<OwnStanding, MessageKey>;

/** Where a page of the private link is. */
export const urlOf = (base: string, token: string, page = ''): string =>
  `${base}/receipt${page}?token=${encodeURIComponent(token)}`;

const minutesTo = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / 60_000));
