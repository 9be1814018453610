import type { ErasureRequest } from '../comments/erasure-request.ts';
import { hintOf, type OwnComment } from '../comments/own-comment.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { momentView } from './time-view.ts';

/** views/receipt/data.ejs */
export interface OwnDataView {
  readonly exportAction: string;
  /** The whole address where the link was sent there; null: this comment is all that the link opens. */
  readonly address: string | null;
  /** Sends a link that opens more, to an address of which no more is told than its owner needs; null: there is none. */
  readonly send: { readonly action: string; readonly address: string } | null;
  readonly erasureAction: string;
  /** What the author asked for, and what became of it, in sentences. */
  readonly asked: readonly string[];
  /** Whether there is anything to ask for that is not asked already. */
  readonly canAsk: boolean;
  readonly canAskAll: boolean;
}

interface OwnDataParts {
  readonly base: string;
  readonly now: number;
  readonly translator: Translator;
  readonly offersMail: boolean;
}

/** What can be taken along by the private link, and what was asked to be erased. */
export function dataView(own: OwnComment, { base, now, translator, offersMail }: OwnDataParts): OwnDataView {
  const { receipt, comment, request, addressRequest } = own;
  const address = receipt.proven ? comment.author.email : null;
  const sentence = ({ state, email, askedAt }: ErasureRequest): string => {
    const when = momentView(askedAt, now, translator).exact;
    return translator.t(email === null ? asked[state] : askedAll[state], { when, address: email ?? '' });
  };
  return {
    exportAction: `${base}/receipt/export`,
    erasureAction: `${base}/receipt/erasure`,
    address,
    send:
      offersMail && !receipt.proven && comment.author.email !== null
        ? { action: `${base}/receipt/send`, address: hintOf(comment.author.email) }
        : null,
    asked: [request, addressRequest].flatMap((each) => (each ? [sentence(each)] : [])),
    canAsk: request?.state !== 'open' && addressRequest?.state !== 'open',
    canAskAll: address !== null && addressRequest?.state !== 'open',
  };
}

const asked = {
  open: 'receipt.erasureOpen',
  done: 'receipt.erasureDone',
  declined: 'receipt.erasureDeclined',
} as const satisfies Record<ErasureRequest['state'], MessageKey>;

const askedAll = {
  open: 'receipt.erasureAllOpen',
  done: 'receipt.erasureAllDone',
  declined: 'receipt.erasureAllDeclined',
} as const satisfies Record<ErasureRequest['state'], MessageKey>;
