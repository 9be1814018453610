import type { ReplyFormView } from '../../src/http/form-view.ts';

export const form: ReplyFormView = {
  action: '/blog/articles/talks/comments',
  sumAction: '/blog/articles/talks/sum',
  previewAction: '/blog/articles/talks/preview',
  preview: null,
  excused: false,
  body: '',
  author: '',
  email: '',
  website: '',
  ...{ remember: false, follow: false, offersMail: false },
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
