import type { Token } from '../captcha/wording.ts';
import type { Said } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';

/** Fields a problem can be shown at, in the order of the form. */
export const replyFields = ['body', 'author', 'email', 'website', 'response'] as const;
export type ReplyField = (typeof replyFields)[number];

/** Shown to programs alone. Its name is one that they like to fill. */
export const honeypotField = 'subject';

/** The reply form as it came: strings only, so it can be shown again exactly as typed. */
export interface TypedReply {
  readonly body: string;
  readonly author: string;
  readonly email: string;
  readonly website: string;
  readonly remember: boolean;
  /** Whether to be told of the approval and of answers. */
  readonly follow: boolean;
  readonly parentId: string;
  /** The typed answer; shown again only while its sum is still the one on the page. */
  readonly response: string;
}

/** views/comments/form.ejs: the reply form exactly as typed, with what to mend. */
export interface ReplyFormView extends TypedReply {
  readonly action: string;
  /** Where a script gets the sum alone. */
  readonly sumAction: string;
  /** Where a script gets the preview alone. */
  readonly previewAction: string;
  /** The text as readers will see it, where that was asked for. */
  readonly preview: { readonly html: string } | null;
  readonly replyingTo: { readonly name: string; readonly url: string; readonly cancelUrl: string } | null;
  /** Null before the sum was asked for (deferred delivery): the first post brings it. */
  readonly sum: { readonly id: string; readonly tokens: readonly Token[]; readonly language: string } | null;
  /** Whether mail can be asked for. */
  readonly offersMail: boolean;
  /** A known author: the ticket is there, no sum is asked. */
  readonly excused: boolean;
  /** Where no sum can be shown, the one already answered: sent again unseen, so that it need not be solved twice. */
  readonly ticket: { readonly challenge: string; readonly response: string } | null;
  /** A note above the form that is no error ("One more step"), or null. */
  readonly notice: string | null;
  /** In the order of the fields. A null field concerns the whole form. */
  readonly problems: readonly SaidProblem<ReplyField>[];
}

/** views/comments/retry.ejs: the form alone, for when nothing else can be read. */
export interface RetryView {
  readonly form: ReplyFormView;
  readonly article: { readonly title: string; readonly url: string };
  /** For the log, where the fault is ours. */
  readonly requestId: string | null;
}

/** What is wrong with one field, in a sentence that says what to do. */
export interface Problem<Field extends string> {
  readonly field: Field | null;
  readonly message: Said;
}

/** The same, in the reader's language. */
export interface SaidProblem<Field extends string> {
  readonly field: Field | null;
  readonly message: string;
}

export const sayProblems = <Field extends string>(
  problems: readonly Problem<Field>[],
  t: Translate,
): readonly SaidProblem<Field>[] => problems.map(({ field, message }) => ({ field, message: t(message) }));
