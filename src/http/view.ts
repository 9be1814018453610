import type { Translator } from '../messages/translator.ts';
import type { SignedInModerator } from './access.ts';
import type { ReplyPagesView } from './article-links.ts';
import type { Badge } from './badge.ts';
import type { FoldView } from './folds.ts';
import type { ReplyFormView, SaidProblem } from './form-view.ts';
import type { LanguageChoice } from './language.ts';
import type { LikesView } from './likes-view.ts';
import type { HeadLink } from './pages.ts';
import type { ContinuesView, RestView } from './rests.ts';

/** A moment or a day: `iso` for machines, `text` for people, `exact` for those who hover. */
export interface TimeView {
  readonly iso: string;
  readonly text: string;
  readonly exact: string;
}

/** What every page gets, beside its own fields. `view` names the template the layout includes. */
export interface Frame extends Pick<Translator, 't' | 'around' | 'direction'> {
  readonly view: string;
  /** Text of <title>, already saying "Error:" where it must. */
  readonly title: string;
  readonly siteName: string;
  /** Where the application is mounted: '' or '/some/path'. Starts every link. */
  readonly base: string;
  /** BCP 47 tag for <html lang>. */
  readonly language: string;
  readonly languageChoice: LanguageChoice | null;
  /** Address of the style sheet, with its version. */
  readonly stylesheet: string;
  readonly links: readonly HeadLink[];
  readonly moderator: Pick<SignedInModerator, 'email' | 'name' | 'role' | 'pending' | 'erasures'> | null;
  /** Token of this session for the forms of signed-in people; '' for visitors without a session. */
  readonly csrf: string;
}

/** views/articles/index.ejs */
export interface ArticleListView {
  readonly articles: readonly {
    readonly url: string;
    readonly section: string;
    /** BCP 47 tag, where it is not the site's. */
    readonly language: string | null;
    readonly title: string;
    readonly author: string;
    readonly date: TimeView;
    readonly replies: number;
    readonly open: boolean;
  }[];
}

/** views/articles/show.ejs */
export interface ArticleView {
  readonly article: {
    readonly url: string;
    readonly section: string;
    readonly title: string;
    readonly author: string;
    readonly date: TimeView;
    /** BCP 47 tag, where it is not the site's. */
    readonly language: string | null;
    readonly html: string;
  };
  /** Approved comments of this page and the visitor's own waiting ones, in reading order. */
  readonly comments: readonly CommentView[];
  /** Approved comments of the whole thread. */
  readonly total: number;
  /** The replies in the words of schema.org, safe inside a data block; null where there are none. */
  readonly structuredData: string | null;
  /** What of this page came since the last visit, and where it begins; null where nothing did, or nobody knows. */
  readonly news: { readonly count: number; readonly url: string } | null;
  readonly pages: ReplyPagesView;
  /** What the buttons to like send along; null where nothing can be liked. */
  readonly likeTicket: string | null;
  /** Set where the page holds the rest of a branch. */
  readonly continues: ContinuesView | null;
  /** Null when replies are closed. */
  readonly form: ReplyFormView | null;
  /** Why they are, in a sentence. */
  readonly closed: string | null;
  /** For moderators: closes the thread, or opens it again; null where that is not theirs to say. */
  readonly closing: { readonly action: string; readonly slug: string; readonly act: 'close' | 'open' } | null;
}

export interface CommentView {
  readonly id: string;
  readonly name: string;
  /** Key of the picture; null: the initial takes its place. */
  readonly avatar: string | null;
  readonly website: string | null;
  readonly html: string;
  readonly at: TimeView;
  readonly permalink: string;
  /** 0 for a root; stops growing at the depth that the site shows. */
  readonly depth: number;
  /** Written by somebody signed in: a badge says so, which no name can hold. */
  readonly badge: Badge | null;
  /** Written by whoever is reading. */
  readonly own: boolean;
  /** When its text was last changed. */
  readonly edited: TimeView | null;
  /** Whether its author did so; else a moderator did. */
  readonly editedByAuthor: boolean;
  /** The visitor's own, just posted: its private link, as a path and as the whole address, shown this once. `mailed` is whether there is mail to look for. */
  readonly receipt: { readonly url: string; readonly address: string; readonly mailed: boolean } | null;
  /** Nothing is left but its place. */
  readonly erased: boolean;
  /** The visitor's own comment, seen by nobody else yet. */
  readonly waiting: boolean;
  /** Where it stands in the queue and how long that usually takes; null unless it waits. */
  readonly place: string | null;
  readonly inReplyTo: { readonly name: string; readonly url: string } | null;
  /** Came since the last visit of somebody who asked to be remembered. */
  readonly isNew: boolean;
  /** Null where replying is not possible. */
  readonly replyUrl: string | null;
  /** Null where nobody likes it and there is nothing to press. */
  readonly likes: LikesView | null;
  /** With this one a fold begins. */
  readonly fold: FoldView | null;
  /** With this one it ends. */
  readonly foldEnds: boolean;
  /** After this one its branch goes on elsewhere. */
  readonly rest: RestView | null;
}

/** views/session/: sign-in.ejs, code.ejs, setup.ejs and invitation.ejs */
export interface CredentialsView {
  readonly action: string;
  /** Of an invitation: the address it was made for. */
  readonly email: string;
  /** setup.ejs and invitation.ejs only, as the next one. */
  readonly name: string;
  /** The one-time token the form sends back. */
  readonly token: string;
  readonly problems: readonly SaidProblem<'email' | 'name' | 'password' | 'code'>[];
}

/** views/error.ejs */
export interface ErrorView {
  readonly heading: string;
  readonly message: string;
  readonly requestId: string | null;
}
