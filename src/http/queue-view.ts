import type { Status } from '../comments/comment.ts';
import type { Part } from '../messages/slots.ts';
import type { DoneView } from './done-view.ts';
import type { FieldView } from './pairs.ts';
import type { PluralForms } from './plural-forms.ts';
import type { AllView } from './queue-all.ts';
import type { TimeView } from './view.ts';

/** views/moderation/queue.ejs */
export interface QueueView extends DoneView {
  readonly status: Status;
  readonly lanes: readonly {
    readonly status: Status;
    readonly label: string;
    readonly count: number;
    readonly url: string;
  }[];
  readonly rows: readonly QueueRowView[];
  /** The acts possible in this lane, in the order of their buttons. */
  readonly actions: readonly ActionView[];
  readonly action: string;
  /** Sent along by every form, so that the page after an act is this one again. */
  readonly kept: readonly FieldView[];
  /** Id of the newest comment that was there to be seen; null where there is none. */
  readonly upTo: string | null;
  /** What can be done with all that match. */
  readonly all: AllView;
  /** For the script: "3 selected". */
  readonly selected: PluralForms;
  readonly filter: FilterView;
  /** This list from its beginning. */
  readonly here: string;
  readonly first: string | null;
  readonly next: string | null;
  /** Comments that the last act has left, for somebody had decided on them. */
  readonly others: readonly OtherView[];
  /** What is wrong with the filter, or null. */
  readonly problem: string | null;
  /** Where what others decide from now on is heard. */
  readonly events: string;
}

export interface ActionView {
  readonly action: string;
  readonly label: string;
  /** For the script, what it has done then: "3 comments approved." */
  readonly done: PluralForms;
}

/** What is looked for: the form to change it, and what is set, each with the way to take it off. */
export interface FilterView {
  readonly action: string;
  readonly isSet: boolean;
  readonly fields: Readonly<Record<'q' | 'article' | 'author' | 'rule' | 'language' | 'from' | 'to', string>>;
  /** Set, but not to be typed: which network, which group. */
  readonly hidden: readonly FieldView[];
  readonly articles: readonly FieldView[];
  readonly rules: readonly FieldView[];
  readonly orders: readonly FieldView[];
  readonly order: string;
  readonly chips: readonly { readonly label: string; readonly text: string; readonly url: string }[];
  /** Without any filter. */
  readonly clear: string;
}

export interface QueueRowView {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly website: string | null;
  readonly html: string;
  /** So long that it is shown in part first. */
  readonly long: boolean;
  readonly at: TimeView;
  readonly article: { readonly title: string; readonly url: string };
  readonly inReplyTo: { readonly name: string; readonly html: string } | null;
  readonly reason: string | null;
  /** In the trash, where its author put it. */
  readonly byItsAuthor: boolean;
  /** Its own page, for more than deciding. */
  readonly url: string;
  /** The group it stands for in this list; null where it stands for itself. */
  readonly group: string | null;
  /** How many more are like it, and where they are listed; null where none is. */
  readonly alike: { readonly more: number; readonly url: string } | null;
  /** What else is known of the author: "3 approved, 1 spam". */
  readonly record: string;
  /** What the learning filter thinks, such as "Spam: 93 %"; null where it has not learned enough. */
  readonly spam: string | null;
  /** What weighed most with it, heaviest first, with a − where it speaks for an honest comment; null as above. */
  readonly words: string | null;
  /** What narrows the list to those that share it with this comment. */
  readonly narrow: Readonly<Record<'article' | 'author' | 'rule' | 'network' | 'language', LinkView | null>>;
}

export interface LinkView {
  readonly text: string;
  readonly url: string;
}

/** What became of a comment that an act has left as it was. */
export interface OtherView {
  readonly id: string;
  readonly name: string;
  /** "Already otherwise: this was marked as spam by mo@example.org.", for the script. */
  readonly told: string;
  /** The same with its name, and when, for the page. */
  readonly parts: readonly Part<'name' | 'by' | 'at'>[];
  /** Who did; null where nobody known did. */
  readonly by: string | null;
  readonly at: TimeView | null;
  /** Every decision on it. */
  readonly log: string;
  /** What was meant, to be done all the same; null where it stands so already, or where nothing was meant. */
  readonly again: ActionView | null;
}
