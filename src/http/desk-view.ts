import type { Status } from '../comments/comment.ts';
import type { OnDesk } from '../comments/desk.ts';
import type { Part } from '../messages/slots.ts';
import { partsOf } from '../messages/slots.ts';
import type { Translator } from '../messages/translator.ts';
import { bylineOf } from './act-view.ts';
import { whoDid } from './act-words.ts';
import { factsOf, wayOf } from './desk-facts.ts';
import { type DeskTyped, type TextForms, textForms } from './desk-forms.ts';
import type { DoneView } from './done-view.ts';
import type { SaidProblem } from './form-view.ts';
import { type FieldView, fieldsOf } from './pairs.ts';
import { momentView } from './time-view.ts';
import { actionsIn } from './verbs.ts';
import type { TimeView } from './view.ts';

/** Fields of the page at which a problem can be shown. */
export type DeskField = 'reply-body' | 'edit-body' | 'explain-body';

/** views/moderation/comment.ejs: one comment, and everything a moderator can do with it. */
export interface DeskView extends DoneView, TextForms {
  readonly comment: {
    readonly id: string;
    readonly name: string;
    readonly badge: boolean;
    readonly email: string | null;
    readonly website: string | null;
    readonly html: string;
    readonly at: TimeView;
    readonly edited: TimeView | null;
    readonly editedByAuthor: boolean;
    readonly erased: TimeView | null;
    readonly status: Status;
  };
  readonly article: { readonly title: string; readonly url: string };
  /** On which article, and where readers see it, in the order of the language. */
  readonly place: readonly Part<'article' | 'link'>[];
  /** Where readers see it; null where they do not. */
  readonly permalink: string | null;
  readonly parent: { readonly name: string; readonly html: string; readonly url: string } | null;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly actions: readonly { readonly action: string; readonly label: string }[];
  /** Sent along by the undo, so that this page comes after it. */
  readonly kept: readonly FieldView[];
  /** Nothing here is decided on without being seen. */
  readonly others: readonly [];
  /** Where they are sent to. */
  readonly action: string;
  /** Null where it cannot be answered. */
  readonly reply: { readonly action: string; readonly body: string; readonly submission: string } | null;
  /** Null for those who may not erase. */
  readonly eraseUrl: string | null;
  /** Newest first. */
  readonly versions: readonly { readonly html: string; readonly until: TimeView; readonly by: string }[];
  /** What a version says of itself, and a decision. */
  readonly versionLine: readonly Part<'until' | 'by'>[];
  readonly byline: readonly Part<'by' | 'at'>[];
  /** Epoch milliseconds: words of its author that came later were not seen here. */
  readonly known: number;
  readonly decisions: readonly { readonly what: string; readonly by: string; readonly at: TimeView }[];
  readonly problems: readonly SaidProblem<DeskField>[];
}

export interface DeskViewParts {
  readonly lying: OnDesk;
  readonly done: DoneView;
  readonly typed: DeskTyped | null;
  readonly base: string;
  readonly isOwner: boolean;
  /** A fresh id for the reply form. */
  readonly submission: string;
  /** E-mail addresses by moderator. */
  readonly emails: ReadonlyMap<string, string>;
  readonly now: number;
  readonly translator: Translator;
}

export function deskView(parts: DeskViewParts): DeskView {
  const { lying, done, typed, base, isOwner, submission, emails, now, translator } = parts;
  const { t } = translator;
  const { comment, thread, parent } = lying;
  const { id, author, status, editedAt, erasedAt } = comment;
  const url = `${base}/moderation/comments/${id}`;
  const moment = (at: number | null): TimeView | null => (at === null ? null : momentView(at, now, translator));
  const by = (moderatorId: string): string => whoDid(moderatorId, emails.get(moderatorId), t) ?? t('log.gone');
  const typedIn = (form: DeskTyped['form']) => (typed?.form === form ? typed : null);
  const isSeen = status === 'approved' && erasedAt === null;
  return {
    ...done,
    comment: {
      id,
      name: author.name,
      badge: comment.moderatorId !== null,
      email: author.email,
      website: author.website,
      html: comment.html,
      at: momentView(comment.createdAt, now, translator),
      edited: moment(editedAt),
      editedByAuthor: comment.editedByAuthor,
      erased: moment(erasedAt),
      status,
    },
    article: { title: thread.title, url: `${base}${thread.url}` },
    place: partsOf(translator, isSeen ? 'desk.onSeen' : 'desk.on', ['article', 'link']),
    permalink: isSeen ? `${base}${thread.url}/comments/${id}` : null,
    parent: parent && {
      name: parent.author.name,
      html: parent.html,
      url: `${base}/moderation/comments/${parent.id}`,
    },
    facts: erasedAt === null ? factsOf(lying, t) : [],
    actions: actionsIn(status, translator),
    kept: fieldsOf([['status', `comments/${id}`]]),
    known: lying.decisions[0]?.at ?? 0,
    others: [],
    action: `${base}/moderation`,
    reply:
      isSeen || status === 'pending' || typedIn('reply')
        ? {
            action: `${url}/reply`,
            body: typedIn('reply')?.body ?? '',
            submission: typedIn('reply')?.submission ?? submission,
          }
        : null,
    ...textForms(lying, typed, url),
    eraseUrl: isOwner ? `${base}/moderation/erase?ids=${id}` : null,
    versions: lying.edits
      .map(({ before, at, moderatorId }) => ({
        html: before.html,
        until: momentView(at, now, translator),
        by: by(moderatorId),
      }))
      .toReversed(),
    versionLine: partsOf(translator, 'desk.version', ['until', 'by']),
    byline: bylineOf(translator),
    decisions: lying.decisions.map((decision) => ({
      what: wayOf(decision, t),
      by: by(decision.moderatorId),
      at: momentView(decision.at, now, translator),
    })),
    problems: typed ? [{ field: `${typed.form}-body`, message: typed.problem }] : [],
  };
}
