import type { QueueRowView, QueueView } from '../../src/http/queue-view.ts';
import { at } from './samples.ts';

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
    { action: 'approve', label: 'Approve', done: { locale: 'en-GB', forms: { one: '{n} comment approved.' } } },
    { action: 'spam', label: 'Mark spam', done: { locale: 'en-GB', forms: { one: '{n} comment marked as spam.' } } },
  ],
  action: '/blog/moderation?status=pending',
  kept: [{ name: 'status', value: 'pending' }],
  upTo: 'c2',
  all: {
    decide: 'Decide on all 3 in this lane',
    label: 'All in this lane',
    actions: [{ action: 'approve', label: 'Approve all 3 in this lane' }],
  },
  selected: { locale: 'en-GB', forms: { other: '{n} selected' } },
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
