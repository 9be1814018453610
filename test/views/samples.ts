import type { ReplyFormView } from '../../src/http/form-view.ts';
import type { QueueRowView, QueueView } from '../../src/http/queue-view.ts';
import type { ArticleListView, ArticleView, CommentView, CredentialsView, TimeView } from '../../src/http/view.ts';

/** What a hostile visitor types into any field. */
export const hostile = '"><img src=x onerror=alert(1)>\'<script>alert(2)</script>';

const at: TimeView = {
  iso: '2022-01-10T09:12:00.000Z',
  text: '10 January 2022',
  exact: 'Monday, 10 January 2022, 09:12 UTC',
};

export const form: ReplyFormView = {
  action: '/blog/articles/talks/comments',
  sumAction: '/blog/articles/talks/sum',
  excused: false,
  body: '',
  author: '',
  email: '',
  website: '',
  remember: false,
  parentId: '',
  replyingTo: null,
  response: '',
  ticket: null,
  sum: {
    id: 'challenge-id',
    tokens: [
      { kind: 'number', text: 'four' },
      { kind: 'operator', glyph: '−', word: 'minus' },
      { kind: 'number', text: '4' },
      { kind: 'equals' },
    ],
    language: 'en',
  },
  notice: null,
  problems: [],
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
  badge: false,
  edited: null,
  erased: false,
  waiting: false,
  place: null,
  inReplyTo: null,
  replyUrl: '/blog/articles/talks?reply=c1#reply',
  fold: null,
  foldEnds: false,
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
  pages: { sorts: [], first: null, previous: null, next: null },
  form,
  closed: null,
  closing: null,
};

export const listed: ArticleListView['articles'][number] = {
  url: '/blog/articles/talks',
  section: 'World News',
  title: 'A week of talks',
  author: 'Maria',
  date: at,
  replies: 3,
  open: true,
};

export const row: QueueRowView = {
  id: 'c1',
  name: 'Ann',
  email: 'ann@example.org',
  website: 'https://ann.example.org/',
  html: '<p>Thank you.</p>',
  at,
  article: { title: 'A week of talks', url: '/blog/articles/talks' },
  inReplyTo: null,
  reason: 'first comment of this author',
  long: false,
  url: '/blog/moderation/comments/c1',
  group: null,
  alike: null,
  record: '3 approved',
  spam: null,
  words: null,
  narrow: { article: null, author: null, rule: null, network: null, language: null },
};

export const queue: QueueView = {
  status: 'pending',
  lanes: [
    { status: 'pending', label: 'Waiting', count: 3, url: '/blog/moderation?status=pending' },
    { status: 'spam', label: 'Spam', count: 12, url: '/blog/moderation?status=spam' },
  ],
  rows: [row, { ...row, id: 'c2', name: 'Bogdan' }],
  actions: [
    { action: 'approve', label: 'Approve', done: 'approved' },
    { action: 'spam', label: 'Mark spam', done: 'marked as spam' },
  ],
  action: '/blog/moderation?status=pending',
  kept: [{ name: 'status', value: 'pending' }],
  upTo: 'c2',
  matching: '3',
  here: '/blog/moderation?status=pending',
  filter: {
    action: '/blog/moderation',
    isSet: false,
    fields: { q: '', article: '', author: '', rule: '', language: '', from: '', to: '' },
    hidden: [{ name: 'status', value: 'pending' }],
    articles: [],
    rules: [{ name: 'First comment', value: 'firstComment' }],
    orders: [{ name: 'Newest first', value: 'newest' }],
    order: 'newest',
    chips: [],
    clear: '/blog/moderation?status=pending',
  },
  others: [],
  events: '/blog/moderation/events?after=7',
  first: null,
  next: null,
  notice: null,
  undo: null,
  problem: null,
};

export const credentials: CredentialsView = {
  action: '/blog/sign-in',
  email: 'ann@example.org',
  name: '',
  problems: [],
  token: 'setup-token',
};
