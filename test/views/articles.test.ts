import { describe, expect, test } from '@jest/globals';
import { form } from './form-sample.ts';
import { page, words } from './render.ts';
import { article, comment, hostile } from './samples.ts';

describe('an article', () => {
  const showing = (changed: Partial<typeof article>) => page('articles/show', { ...article, ...changed });

  test('is headline, byline, text, replies and the form', async () => {
    const $ = await showing({});
    expect($('h1').text()).toBe('A week of talks');
    expect($('.article .prose em').text()).toBe('rooms');
    const headings = $('h2, h3').map((_, heading) => $(heading).text());
    expect(headings.get()).toEqual(['1 reply', 'Ann', 'Leave a Reply']);
  });

  test.each([
    [0, 'Replies'],
    [1, '1 reply'],
    [3, '3 replies'],
  ])('counts %d as %s', async (total, heading) => {
    expect((await showing({ total }))('#replies-heading').text()).toBe(heading);
  });

  test('invites the first reply', async () => {
    const $ = await showing({ comments: [], total: 0 });
    expect($('#replies .empty').text()).toBe('No replies yet. Be the first.');
    expect((await showing({}))('#replies .empty')).toHaveLength(0);
  });

  test('says that replies are closed in place of the form', async () => {
    const $ = await showing({ comments: [], total: 0, form: null, closed: 'Replies are closed.' });
    expect($('#replies').text()).toContain('Replies are closed.');
    expect($('form, .empty')).toHaveLength(0);
    expect((await showing({ form }))('#replies').text()).not.toContain('closed');
  });

  test('links the pages of a long conversation', async () => {
    const url = '/blog/articles/talks';
    const links = { first: url, previous: `${url}?from=c5`, next: `${url}?from=c9` };
    const $ = await showing({ pages: { sorts: [], ...links } });
    expect(['first', 'prev', 'next'].map((rel) => $(`a[rel="${rel}"]`).attr('href'))).toEqual([
      '/blog/articles/talks#replies',
      '/blog/articles/talks?from=c5#replies',
      '/blog/articles/talks?from=c9#replies',
    ]);
    expect((await showing({}))('.pager')).toHaveLength(0);
  });
});

describe('a comment', () => {
  const showing = (changed: Partial<typeof comment>) =>
    page('articles/show', { ...article, comments: [{ ...comment, ...changed }] });

  test('can be linked to, dated and answered', async () => {
    const $ = await showing({});
    expect($('#comment-c1 time').attr('title')).toBe(comment.at.exact);
    expect($('#comment-c1 a:has(time)').attr('href')).toBe(comment.permalink);
    expect($('.reply-link').attr('href')).toBe(comment.replyUrl);
    expect($('.reply-link').text()).toBe('Reply to Ann');
    expect((await showing({ replyUrl: null }))('.reply-link')).toHaveLength(0);
  });

  test('shows its safe HTML as it is, in its own direction', async () => {
    const body = (await showing({ html: '<p>One <em>two</em></p>' }))('#comment-c1 .prose');
    expect(body.html()).toBe('<p>One <em>two</em></p>');
    expect(body.attr('dir')).toBe('auto');
  });

  test('keeps a hostile name and address text', async () => {
    const inReplyTo = { name: hostile, url: `#${hostile}` };
    const $ = await showing({ name: hostile, website: `https://a.b/${hostile}`, inReplyTo });
    expect($('img, main script:not([src^="/blog/assets/"])')).toHaveLength(0);
    expect($('.comment-author bdi').text()).toBe(hostile);
    expect($('.in-reply-to bdi').text()).toBe(hostile);
    expect($('.comment-author a').attr('href')).toBe(`https://a.b/${hostile}`);
  });

  test('gives the links of its author no weight', async () => {
    const $ = await showing({ website: 'https://ann.example.org/' });
    expect($('.comment-author a').attr('rel')).toBe('nofollow ugc noopener');
    expect((await showing({}))('.comment-author a')).toHaveLength(0);
  });

  test.each([
    ['Ann', 'A'],
    ['\u202e\u200b élan', 'é'],
    ['🎈x', '🎈'],
    ['…', ''],
  ])('has a disc for eyes only: %j', async (name, letter) => {
    const disc = (await showing({ name }))('.disc');
    expect([disc.text(), disc.attr('aria-hidden')]).toEqual([letter, 'true']);
  });

  test('that waits says so, and only then', async () => {
    const $ = await showing({ waiting: true });
    expect($('.waiting .waiting-note').text()).toBe('Waiting for a moderator. Only you can see it.');
    expect((await showing({}))('.waiting, .waiting-note')).toHaveLength(0);
  });

  test('shows its depth by a class and whom it answers in words', async () => {
    const $ = await showing({ depth: 3, inReplyTo: { name: 'Bogdan', url: '#comment-c0' } });
    expect($('#comment-c1').hasClass('depth-3')).toBe(true);
    expect(words($('.in-reply-to').text())).toBe('in reply to Bogdan');
  });

  test('of somebody signed in has a badge beside the name, which is a part of no name', async () => {
    const $ = await showing({ badge: 'comment.moderator' });
    expect(words($('#author-c1').text())).toBe('Ann Moderator');
    expect($('#author-c1 bdi').text()).toBe('Ann');
    expect((await showing({ badge: 'comment.author' }))('.badge').text()).toBe('Author');
    expect((await showing({ name: 'Ann Moderator' }))('.badge')).toHaveLength(0);
  });

  test('that a moderator edited says so, and when', async () => {
    const $ = await showing({ edited: comment.at });
    expect(words($('.comment-meta').text())).toContain('Edited by a moderator, 10 January 2022');
    expect((await showing({}))('.comment-meta').text()).not.toContain('Edited');
  });

  test('that was erased is its place alone', async () => {
    const $ = await showing({ erased: true, name: '', html: '', replyUrl: null });
    expect(words($('#comment-c1').text())).toBe('This comment was erased.');
    expect($('#comment-c1').attr('aria-label')).toBe('Erased comment');
    expect($('#comment-c1').find('a, h3, time, .disc')).toHaveLength(0);
  });
});
