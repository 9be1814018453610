import { expect, test } from '@jest/globals';
import { readSum } from '../../src/testing/index.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine('posting a reply', (world) => {
  test('the page shows the article and a form that asks a sum', async () => {
    const page = await world().visitor().open(article);
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('An open letter');
    expect(page.$('#reply h2').text()).toBe('Leave a Reply');
    expect(readSum(page.html)?.question).toMatch(/^(\w+) [+−] (\w+) =$/);
    expect(page.$('[name=remember]').attr('checked')).toBeUndefined();
    expect(page.headers['cache-control']).toBe('private, no-store');
  });

  test('the right answer leads back to the article, where the author alone sees the comment waiting', async () => {
    const ann = world().visitor();
    const posted = await writeReply(ann, { body: 'Only for Ann until approved.' });
    expect(posted.status).toBe(303);
    expect(posted.headers.location).toMatch(/^\/articles\/open-letter#comment-[0-9a-f-]{36}$/);
    const own = (await ann.open(article)).$(`#comment-${idOf(posted)}`);
    expect(own.text()).toContain('Only for Ann until approved.');
    expect(own.text()).toContain('Waiting for a moderator');
    expect((await world().visitor().open(article)).html).not.toContain('Only for Ann');
  });

  test('H2: a wrong answer stores nothing, keeps every field and asks a new sum', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const typed = {
      body: '\n  Two lines,\n\n"quoted" & <b>bold</b> 𝒜é ',
      author: 'Ann <i>',
      email: 'ann@example.org',
      website: 'https://example.org/?a=1&b="2"',
      remember: '1',
    };
    const answer = readSum(page.html)?.wrong ?? '';
    const again = await ann.post(`${article}/comments`, { ...page.reply, ...typed, response: answer });
    expect(again.status).toBe(422);
    expect(again.reply).toMatchObject(typed);
    expect(again.reply.challenge).not.toBe(page.reply.challenge);
    expect(again.$('[name=response]').attr('value') ?? '').toBe('');
    expect(again.$('title').text()).toMatch(/^Error: /);
    expect(again.$('[role=alert] a[href="#response"]').text()).toContain('not the right answer');
    expect(again.$('[name=response]').attr('aria-invalid')).toBe('true');
    expect((await ann.open(article)).html).not.toContain('Two lines');
    const stored = await ann.post(`${article}/comments`, again.reply);
    expect(stored.status).toBe(303);
  });

  test.each([
    ['empty', ''],
    ['blank', '   '],
    ['no number', 'seven-ish'],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ['a decimal', '0.0'],
    ['hexadecimal', '0x0'],
  ])('an answer that is %s never passes, also when 0 is right', async (_name, response) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const ann = world().visitor();
      const page = await ann.open(article);
      if (readSum(page.html)?.right !== '0') continue;
      const posted = await ann.post(`${article}/comments`, { ...page.reply, body: 'zero', author: 'Ann', response });
      expect(posted.status).toBe(422);
      return;
    }
    throw new Error('No sum with the answer 0 in 400');
  });

  test.each(['body', 'author', 'challenge', 'response'])('a form without %s is shown again', async (field) => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const { [field]: _left, ...fields } = { ...page.reply, body: 'Some text', author: 'Ann' } as Record<string, string>;
    const again = await ann.post(`${article}/comments`, fields);
    expect(again.status).toBe(422);
    const said = field === 'challenge' ? '.notice[role=status]' : '[role=alert]';
    expect(again.$(said).length).toBe(1);
  });

  test('a doubled answer is no answer', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const right = String(page.reply.response);
    const posted = await ann.post(`${article}/comments`, {
      ...page.reply,
      body: 'Twice',
      author: 'Ann',
      response: [right, right],
    });
    expect(posted.status).toBe(422);
  });

  test('a closed article shows no form, and a post to it comes back with its text', async () => {
    const ann = world().visitor();
    const page = await ann.open('/articles/closed-letter');
    expect(page.$('form[action$="/comments"]').length).toBe(0);
    expect(page.html).toContain('Replies are closed');
    const posted = await ann.post('/articles/closed-letter/comments', { body: 'Too late to say', author: 'Ann' });
    expect(posted.status).toBe(403);
    expect(posted.$('textarea').text()).toContain('Too late to say');
  });

  test('the answer is nowhere in what a visitor is sent', async () => {
    const page = await world().visitor().open(article);
    expect(Object.keys(page.reply).toSorted()).toEqual([
      'author',
      'body',
      'challenge',
      'email',
      'parentId',
      'response',
      'subject',
      'website',
    ]);
    expect(page.$('[name=response]').attr('value') ?? '').toBe('');
    expect(world().logged.join('')).not.toContain(String(page.reply.challenge));
  });
});
