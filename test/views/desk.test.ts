import { expect, test } from '@jest/globals';
import type { DeskView } from '../../src/http/desk-view.ts';
import { moderatorFrame, page, words } from './render.ts';
import { article, comment, hostile } from './samples.ts';

const at = comment.at;
const desk: DeskView = {
  comment: {
    ...{ id: 'c1', name: 'Ann', badge: false, email: 'ann@example.org', website: 'https://ann.example.org/' },
    ...{ html: '<p>Thank <em>you</em>.</p>', at, edited: null, editedByAuthor: false, erased: null, status: 'pending' },
  },
  article: { title: article.article.title, url: article.article.url },
  place: [{ text: 'On ' }, { slot: 'article' }, { text: '.' }],
  permalink: null,
  parent: null,
  facts: [{ label: 'Answers', text: '0' }],
  actions: [{ action: 'approve', label: 'Approve' }],
  action: '/blog/moderation',
  reply: { action: '/blog/moderation/comments/c1/reply', body: '', submission: 's1' },
  edit: { action: '/blog/moderation/comments/c1/edit', body: 'Thank *you*.', seen: '', open: false },
  explain: { action: '/blog/moderation/comments/c1/explain', body: '', most: 500, open: false },
  eraseUrl: '/blog/moderation/erase?ids=c1',
  versions: [],
  versionLine: [{ text: 'Until ' }, { slot: 'until' }, { text: ', changed by ' }, { slot: 'by' }],
  byline: [{ text: 'by ' }, { slot: 'by' }, { text: ', ' }, { slot: 'at' }],
  decisions: [],
  problems: [],
  kept: [{ name: 'status', value: 'comments/c1' }],
  known: 0,
  others: [],
  notice: null,
  undo: null,
};

const showing = (changed: Partial<DeskView>) => page('moderation/comment', { ...desk, ...changed }, moderatorFrame);

test('every form carries the token of the session, and each field has a label of its own', async () => {
  const $ = await showing({ notice: 'Done.', undo: { action: '/blog/moderation/undo', batch: 'b1' } });
  expect($('form')).toHaveLength(6);
  expect($('form > input[type="hidden"][name="csrf"][value="csrf-token"]')).toHaveLength(6);
  expect($('.notice [name=status]').attr('value')).toBe('comments/c1');
  for (const id of ['reply-body', 'edit-body', 'explain-body']) expect($(`label[for="${id}"]`).text()).toMatch(/\w/);
});

test('what visitors and moderators typed stays text, byte for byte', async () => {
  const body = `\n${hostile}</textarea>`;
  const $ = await showing({
    comment: { ...desk.comment, name: hostile, email: hostile, website: `https://a.b/${hostile}` },
    reply: desk.reply && { ...desk.reply, body },
    edit: { ...desk.edit, body },
    versions: [{ html: '<p>Before</p>', until: at, by: hostile }],
    decisions: [{ what: hostile, by: hostile, at }],
    facts: [{ label: 'Held because', text: hostile }],
    parent: { name: hostile, html: '<p>Asked</p>', url: `/${hostile}` },
  });
  expect($('img, main script')).toHaveLength(0);
  expect([$('#reply-body').text(), $('#edit-body').text()]).toEqual([body, body]);
  expect($('#desk-author bdi').text()).toBe(hostile);
});

test('a problem is told above, at its field, and opens the form that it is in', async () => {
  const problems = [{ field: 'edit-body', message: 'Shorten it.' }] as const;
  const $ = await showing({ problems, edit: { ...desk.edit, open: true } });
  expect($('[role=alert] a').attr('href')).toBe('#edit-body');
  expect($('#edit-body').attr()).toMatchObject({
    'aria-invalid': 'true',
    'aria-describedby': 'edit-problem edit-hint',
  });
  expect($('.desk-edit').attr('open')).toBe('open');
  expect((await showing({}))('.desk-edit').attr('open')).toBeUndefined();
});

test('erasing is offered to those who may', async () => {
  expect((await showing({}))('.danger').attr('href')).toBe(desk.eraseUrl);
  expect((await showing({ eraseUrl: null }))('.danger')).toHaveLength(0);
});

test('of an erased comment there is nothing to decide, answer, edit or erase', async () => {
  const $ = await showing({
    comment: { ...desk.comment, name: '', erased: at },
    decisions: [{ what: 'erased for good', by: 'mo', at }],
  });
  expect($('main form, main .danger, main textarea')).toHaveLength(0);
  expect(words($('main').text())).toContain('gone for good, since 10 January 2022');
  expect($('.acts li')).toHaveLength(1);
});
