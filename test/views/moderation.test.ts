import { describe, expect, test } from '@jest/globals';
import { statuses } from '../../src/comments/comment.ts';
import type { QueueView } from '../../src/http/queue-view.ts';
import { queue, row } from './queue-samples.ts';
import { moderatorFrame, page, words } from './render.ts';
import { hostile } from './samples.ts';

const showing = (changed: Partial<QueueView>) => page('moderation/queue', { ...queue, ...changed }, moderatorFrame);

test('lanes are links with counts, the open one marked', async () => {
  const $ = await showing({});
  expect(words($('.lanes').text())).toBe('Waiting 3 Spam 12');
  expect($('.lanes [aria-current="page"]').attr('href')).toBe('/blog/moderation?status=pending');
});

test('many rows are chosen by boxes of the one bulk form', async () => {
  const $ = await showing({});
  const boxes = $('input[type="checkbox"][name="ids"][form="bulk"]');
  expect(boxes.map((_, box) => $(box).attr('value')).get()).toEqual(['c1', 'c2']);
  expect(boxes.first().closest('label').text()).toBe('Select reply by Ann');
  const acts = $('form#bulk [name="action"]').map((_, button) => $(button).attr('value'));
  expect(acts.get()).toEqual(['approve', 'spam']);
});

test('each row has its own form, its buttons told apart by name', async () => {
  const $ = await showing({});
  const own = $('#row-c2 form');
  expect(own.attr()).toMatchObject({ method: 'post', action: queue.action });
  expect(own.find('[name="ids"]').attr('value')).toBe('c2');
  const labels = own.find('[name="action"]').map((_, button) => [[$(button).text(), $(button).attr('aria-label')]]);
  expect(labels.get()).toEqual([
    ['Approve', 'Approve: reply by Bogdan'],
    ['Mark spam', 'Mark spam: reply by Bogdan'],
  ]);
});

test('every form carries the token of the session', async () => {
  const $ = await showing({});
  expect($('form[method=post]')).toHaveLength(5);
  expect($('form > input[type="hidden"][name="csrf"][value="csrf-token"]')).toHaveLength(5);
});

test('a row shows text, reason, article and author, and the comment it answers', async () => {
  const parent = { name: 'Chiara', html: '<p>The <em>first</em>.</p>' };
  const $ = await showing({ rows: [{ ...row, html: '<p>The <b>second</b>.</p>', inReplyTo: parent }] });
  expect($('.row-body b').text()).toBe('second');
  expect($('.parent blockquote em').text()).toBe('first');
  expect($('.parent summary').text()).toBe('In reply to Chiara');
  expect(words($('.reason').text())).toBe('Held: first comment of this author');
  expect(words($('.row-meta').first().text())).toBe('on A week of talks ann@example.org https://ann.example.org/');
  expect(words($('.row-meta').last().text())).toBe('Known of the author: 3 approved');
});

test('a row shows what the learning filter thinks and goes by, what is like it, and what else is known', async () => {
  const narrow = { ...row.narrow, network: { text: 'abcdefgh', url: '/blog/moderation?network=abcdefghij' } };
  const known = { spam: 'Spam: 93 %', words: 'cheap, −harbour', narrow, group: 'c0' };
  const alike = { more: 1041, url: '/blog/moderation?cluster=c0' };
  const $ = await showing({ rows: [{ ...row, ...known, alike, long: true }] });
  expect(words($('.score').text())).toBe('Spam: 93 %');
  expect(words($('.row-meta').last().text())).toBe('The filter goes by: cheap, −harbour');
  expect($('.row-meta a[href*="network="]').text()).toBe('abcdefgh');
  expect(words($('.alike').text())).toBe('and 1,041 more like it');
  expect(
    $('.row [name="clusters"]')
      .map((_, field) => $(field).attr('value'))
      .get(),
  ).toEqual(['c0', 'c0']);
  expect($('.row form [name="upTo"]').attr('value')).toBe('c2');
  expect($('.unfold summary').text()).toContain('Show all of it');
});

test('what a visitor typed stays text', async () => {
  const typed = { name: hostile, email: hostile, website: `https://a.b/${hostile}`, reason: hostile };
  const $ = await showing({ rows: [{ ...row, ...typed, inReplyTo: { name: hostile, html: '<p>Fine.</p>' } }] });
  expect($('img')).toHaveLength(0);
  expect(
    $('main script')
      .map((_, script) => $(script).attr('src'))
      .get(),
  ).toEqual(['/blog/assets/moderation.js']);
  expect($('.row-author').text()).toBe(hostile);
  expect($('.row-meta a[rel]').attr()).toEqual({ href: typed.website, rel: 'nofollow ugc noopener' });
});

describe('states', () => {
  test.each(statuses)('an empty lane explains itself: %s', async (status) => {
    const $ = await showing({ status, rows: [] });
    expect($('.empty').text()).toMatch(/[a-z]{3}.*\.$/);
    expect($('#bulk')).toHaveLength(0);
  });

  test('an empty page far down a lane does not claim that the lane is empty', async () => {
    const $ = await showing({ rows: [], first: '/blog/moderation?status=pending' });
    expect($('.empty').text()).toBe('No more replies on this page.');
    expect($('a[rel="first"]').attr('href')).toBe('/blog/moderation?status=pending');
  });

  test('the last act is a status, trouble an alert, the next page a link', async () => {
    const $ = await showing({
      notice: '2 comments approved.',
      problem: 'Select a reply.',
      next: '/blog/moderation?before=c2',
    });
    expect($('.notice [role="status"]').text()).toBe('2 comments approved.');
    expect($('.summary[role="alert"]').text()).toBe('Select a reply.');
    expect($('a[rel="next"]').attr('href')).toBe('/blog/moderation?before=c2');
    expect((await showing({}))('.notice, .summary, a[rel="next"]')).toHaveLength(0);
  });
});
