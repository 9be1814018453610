import type { ArticleListView, ArticleView, CommentView, CredentialsView, TimeView } from '../../src/http/view.ts';
import { form } from './form-sample.ts';

/** What a hostile visitor types into any field. */
export const hostile = '"><img src=x onerror=alert(1)>\'<script>alert(2)</script>';

export const at: TimeView = {
  iso: '2022-01-10T09:12:00.000Z',
  text: '10 January 2022',
  exact: 'Monday, 10 January 2022, 09:12 UTC',
};

export const comment: CommentView = {
  id: 'c1',
  name: 'Ann',
  avatar: null,
  website: null,
  html: '<p>Thank you.</p>',
  at,
  permalink: '/blog/articles/talks/comments/c1',
  depth: 0,
  badge: null,
  own: false,
  edited: null,
  editedByAuthor: false,
  receipt: null,
  erased: false,
  waiting: false,
  place: null,
  isNew: false,
  inReplyTo: null,
  replyUrl: '/blog/articles/talks?reply=c1#reply',
  likes: null,
  fold: null,
  foldEnds: false,
  rest: null,
};

export const article: ArticleView = {
  article: {
    url: '/blog/articles/talks',
    section: 'World News',
    title: 'A week of talks',
    author: 'Maria',
    date: at,
    language: null,
    html: '<p>Three <em>rooms</em>.</p>',
  },
  comments: [comment],
  total: 1,
  structuredData: null,
  news: null,
  pages: { sorts: [], first: null, previous: null, next: null },
  likeTicket: null,
  continues: null,
  form,
  closed: null,
  closing: null,
};

export const listed: ArticleListView['articles'][number] = {
  url: '/blog/articles/talks',
  section: 'World News',
  language: null,
  title: 'A week of talks',
  author: 'Maria',
  date: at,
  replies: 3,
  open: true,
};

export const credentials: CredentialsView = {
  action: '/blog/sign-in',
  email: 'ann@example.org',
  name: '',
  problems: [],
  token: 'setup-token',
};
