import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fields, Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf } from '../support/world.ts';

/** Marks that combine, both directions, characters of four bytes, joiners, blanks at the edges, and no NFC. */
const exotic =
  '\n  e\u0301 \u1112\u1161\u11ab z\u0335\u0321 \u05e9\u05dc\u05d5\u05dd مرحبا 𝒜👩‍👩‍👧🏽 می‌خواهم \u00a0\u3000<b>&amp;</b>\t\n\n ';

const hostile = [
  '<script>alert(1)</script>after',
  '<img src=x onerror=alert(1)>',
  '[here](javascript:alert(1)) <a href="JaVa\tscript:alert(1)">x</a>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '</div></section><form action=//evil.example><input name=body>',
  '<textarea></textarea><p id=preview class=notice style=position:fixed>',
  '*a* **b** `c`\n\n> quote\n\n- list\n\n[link](https://example.org/?a=1&b="2")',
];

const previewOf = (page: Shown) => page.$('#preview .comment-body').html();

describeOnEveryEngine('a preview', (world) => {
  const preview = async (fields: Fields = {}) => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const typed: Fields = { ...page.reply, body: 'Some *text*', ...fields };
    return { ann, page, typed, shown: await ann.post(`${article}/comments`, { ...typed, preview: '1' }) };
  };

  test('shows the text above the form, and the form as typed with the same sum, which is still good', async () => {
    const fields = { author: '', email: 'not an address', website: 'ftp://x', remember: '1', response: 'my answer' };
    const { ann, page, typed, shown } = await preview(fields);
    expect([shown.status, shown.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect(shown.$('title').text()).toMatch(/^Preview: An open letter/);
    expect(previewOf(shown)?.trim()).toBe('<p>Some <em>text</em></p>');
    expect(shown.$('#preview').is('[autofocus]')).toBe(true);
    expect(shown.$('#preview').nextAll('form')).toHaveLength(1);
    expect(shown.$('[role=alert], .problem')).toHaveLength(0);
    expect(shown.$('h1').text()).toBe('An open letter');
    expect(shown.$('#response').attr('value')).toBe('my answer');
    expect({ ...shown.reply, response: 'my answer' }).toEqual(typed);
    expect((await ann.open(article)).html).not.toContain('Some ');
    const mended = { author: 'Ann', email: '', website: '', response: String(page.reply.response) };
    const posted = await ann.post(`${article}/comments`, { ...shown.reply, ...mended });
    expect(posted.status).toBe(303);
  });

  test('keeps whom it answers', async () => {
    const parentId = await world().published('Something to answer');
    const { shown } = await preview({ parentId });
    expect(shown.reply.parentId).toBe(parentId);
    expect(shown.$('.replying-to a').attr('href')).toBe(`#comment-${parentId}`);
  });

  test('may be asked for again and again, and spends no sum', async () => {
    const { ann, shown } = await preview({ author: 'Ann' });
    for (let times = 0; times < 40; times += 1)
      expect((await ann.post(`${article}/comments`, { ...shown.reply, preview: '1' })).reply).toEqual(shown.reply);
    expect((await ann.post(`${article}/comments`, shown.reply)).status).toBe(303);
  });

  test('of exotic text leaves every character of it as it was', async () => {
    const { ann, shown } = await preview({ author: 'Ann', body: exotic.replace(/\n/g, '\r\n') });
    expect(shown.reply.body).toBe(exotic);
    const twice = await ann.post(`${article}/comments`, { ...shown.reply, preview: '1' });
    const posted = await ann.post(`${article}/comments`, twice.reply);
    const mo = await world().moderator();
    expect((await mo.open(`/moderation/comments/${idOf(posted)}`)).$('#edit-body').text()).toBe(exotic);
  });

  test.each(hostile)('is what is then stored and shown, by both ways: %s', async (body) => {
    const { ann, shown } = await preview({ author: 'Ann', body });
    const alone = await ann.post(`${article}/preview`, { body });
    const posted = await ann.post(`${article}/comments`, shown.reply);
    const stored = (await ann.open(article))
      .$(`#comment-${idOf(posted)}`)
      .find('.comment-body')
      .html();
    expect([previewOf(shown), previewOf(alone)]).toEqual([stored, stored]);
    expect(alone.$('script, img, svg, form, style, textarea, [style], [onerror], .notice')).toHaveLength(0);
    expect(alone.$('a:not([href^="https://example.org/"])')).toHaveLength(0);
  });

  test('is the same by both ways, whatever is typed', async () => {
    const { ann, page } = await preview();
    const bodies = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const shown = await ann.post(`${article}/comments`, { ...page.reply, body, preview: '1' });
        const alone = await ann.post(`${article}/preview`, { body });
        expect(alone.status).toBe(shown.status);
        if (alone.status === 200) expect(previewOf(alone)).toBe(previewOf(shown));
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['empty', '', 'at least 2 characters'],
    ['too long', 'x'.repeat(10_001), 'at most 10,000 characters'],
    ['with control characters', 'a\u0000b', 'Remove the control characters'],
  ])('of a text that is %s says what to mend, and keeps it', async (_how, body, words) => {
    const { ann, typed, shown } = await preview({ body });
    expect([shown.status, shown.$('#preview').length]).toEqual([422, 0]);
    expect(shown.$('#body-problem').text()).toContain(words);
    expect(shown.$('[role=alert] li')).toHaveLength(1);
    expect(shown.reply.challenge).toBe(typed.challenge);
    const alone = await ann.post(`${article}/preview`, { body });
    expect([alone.status, alone.$('#preview').length]).toEqual([422, 0]);
    expect(alone.html).toContain(words);
  });

  test('where replies are closed is not shown, and the text comes back', async () => {
    const ann = world().visitor();
    const shown = await ann.post('/articles/closed-letter/comments', { body: 'Too late', preview: '1' });
    expect([shown.status, shown.$('textarea').text(), shown.$('#preview').length]).toEqual([403, 'Too late', 0]);
    const alone = await ann.post('/articles/closed-letter/preview', { body: 'Too late' });
    expect([alone.status, alone.$('#preview').length]).toEqual([404, 0]);
    expect((await ann.post('/articles/nowhere/preview', { body: 'Lost' })).status).toBe(404);
  });

  test('alone is a piece of a page: no cookie, kept by no cache, for this site’s pages only', async () => {
    const alone = await world().visitor().post(`${article}/preview`, { body: 'Some text' });
    expect([alone.status, alone.headers['set-cookie']]).toEqual([200, undefined]);
    expect(alone.headers['cache-control']).toBe('private, no-store');
    expect(alone.html).not.toContain('<html');
    const foreign = world().visitor({ 'sec-fetch-site': 'cross-site' });
    expect((await foreign.post(`${article}/preview`, { body: 'Some text' })).status).toBe(403);
  });

  test('of a form whose sum is gone asks none: posting does', async () => {
    const ann = world().visitor();
    const shown = await ann.post(`${article}/comments`, {
      body: 'No sum',
      author: 'Ann',
      challenge: 'x',
      preview: '1',
    });
    expect([shown.status, shown.$('#response').length]).toEqual([200, 0]);
    const step = await ann.post(`${article}/comments`, shown.reply);
    expect(step.$('.notice[role=status]').text()).toContain('One more step');
  });
});
