import { describe, expect, test } from '@jest/globals';
import { page, words } from './render.ts';
import { article, comment, hostile } from './samples.ts';

describe('the likes of a comment', () => {
  const showing = (changed: Partial<typeof comment>) =>
    page('articles/show', { ...article, comments: [{ ...comment, ...changed }] });

  test('are a button of the page’s one form, which says whose it is and whether it is pressed', async () => {
    const action = '/blog/articles/talks/comments/c1/like';
    const liked = (pressed: boolean, name = 'Ann') =>
      page('articles/show', {
        ...article,
        likeTicket: 'ticket"',
        comments: [{ ...comment, name, likes: { words: '2 likes', button: { action, pressed } } }],
      });
    const $ = await liked(false, hostile);
    const button = $('#comment-c1 button');
    const { form, formaction, name, value, 'aria-pressed': pressed } = button.attr() ?? {};
    expect({ form, formaction, name, value, pressed }).toEqual({
      form: 'liking',
      formaction: action,
      name: 'act',
      value: 'like',
      pressed: 'false',
    });
    expect(button.find('.visually-hidden').text()).toBe(`Like the comment by ${hostile}`);
    expect($('#liking [name=ticket]').attr('value')).toBe('ticket"');
    const pressedButton = (await liked(true))('#comment-c1 button');
    expect([pressedButton.attr('aria-pressed'), pressedButton.val()]).toEqual(['true', 'take-back']);
    expect(pressedButton.closest('.comment-actions').find('.like-count').text()).toBe('2 likes');
  });

  test('without anything to press are a count, or nothing', async () => {
    const $ = await showing({ likes: { words: '2 likes', button: null }, replyUrl: null });
    expect(words($('.comment-actions').text())).toBe('2 likes');
    expect($('button.like, #liking')).toHaveLength(0);
    expect((await showing({ replyUrl: null }))('.comment-actions')).toHaveLength(0);
  });
});
