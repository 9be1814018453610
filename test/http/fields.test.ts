import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, writeReply } from '../support/world.ts';

describeOnEveryEngine('the fields of the form', (world) => {
  test('a field to mend leaves the sum and the typed answer as they were', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const again = await ann.post(`${article}/comments`, {
      ...page.reply,
      body: 'Fine',
      author: 'Ann',
      email: 'no address',
    });
    expect(again.status).toBe(422);
    expect(again.reply.challenge).toBe(page.reply.challenge);
    expect(again.$('[name=response]').attr('value')).toBe(page.reply.response);
    expect(again.$('#email').attr('aria-invalid')).toBe('true');
    expect((await ann.post(`${article}/comments`, { ...again.reply, email: '' })).status).toBe(303);
  });

  test.each([
    ['author', 'too long', 'x'.repeat(101)],
    ['author', 'blank', '   '],
    ['body', 'too short', 'x'],
    ['body', 'too long', 'x'.repeat(10_001)],
    ['body', 'holding a NUL', 'with a \u0000 in it'],
    ['email', 'no address', 'nonsense'],
    ['website', 'a script', 'javascript:alert(1)'],
    ['website', 'not http', 'ftp://example.org'],
    ['website', 'no address', 'example.org'],
  ])('%s is refused at the field when it is %s', async (field, _what, value) => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const again = await ann.post(`${article}/comments`, { ...page.reply, body: 'Fine', author: 'Ann', [field]: value });
    expect(again.status).toBe(422);
    expect(again.$(`#${field}`).attr('aria-invalid')).toBe('true');
    expect(
      again
        .$(
          `#${again
            .$(`#${field}`)
            .attr('aria-describedby')
            ?.split(' ')
            .find((id) => id.endsWith('problem'))}`,
        )
        .text(),
    ).not.toBe('');
    expect(again.$(`[role=alert] a[href="#${field}"]`).length).toBe(1);
    if (!value.includes('\u0000')) expect(again.reply[field]).toBe(value);
  });

  test('the longest allowed name and comment are stored', async () => {
    const posted = await writeReply(world().visitor(), { author: 'é'.repeat(100), body: 'x'.repeat(10_000) });
    expect(posted.status).toBe(303);
  });

  test('"Another sum" keeps everything typed, reports no error and spends the old sum', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const typed = { body: 'half a sent', author: '', email: 'not yet', website: '' };
    const another = await ann.post(`${article}/comments`, { ...page.reply, ...typed, another: '1' });
    expect(another.status).toBe(200);
    expect(another.$('[role=alert]').length).toBe(0);
    expect(another.reply).toMatchObject(typed);
    expect(another.reply.challenge).not.toBe(page.reply.challenge);
    expect((await ann.post(`${article}/comments`, { ...page.reply, body: 'Fine', author: 'Ann' })).status).toBe(422);
  });

  test('"remember me" fills the form the next time, and unticking forgets', async () => {
    const ann = world().visitor();
    await writeReply(ann, { author: 'Ann Ö', email: 'ann@example.org', website: 'https://ann.example', remember: '1' });
    const next = await ann.open(article);
    expect(next.reply).toMatchObject({
      author: 'Ann Ö',
      email: 'ann@example.org',
      website: 'https://ann.example/',
      remember: '1',
    });
    const { remember: _ticked, ...unticked } = next.reply as Record<string, string>;
    await ann.post(`${article}/comments`, { ...unticked, body: 'Forget me' });
    expect((await ann.open(article)).reply).toMatchObject({ author: '', email: '', website: '' });
  });

  test('more than a cookie can hold is not remembered, and the comment is stored all the same', async () => {
    const ann = world().visitor();
    const website = `https://ann.example/${'漢'.repeat(450)}`;
    const posted = await writeReply(ann, { website, remember: '1' });
    expect([posted.status, String(posted.headers['set-cookie'])]).toEqual([
      303,
      expect.not.stringContaining('author='),
    ]);
    expect((await writeReply(ann, { author: `Ann${' '.repeat(9_000)}B`, remember: '1' })).status).toBe(303);
    expect((await ann.open(article)).reply.author).toBe('Ann B');
  });

  test.each([
    ['author', '\u3164\u2800'],
    ['body', '\u200b\u200b\u2800'],
  ])('%s without anything to see is empty', async (field, value) => {
    const again = await writeReply(world().visitor(), { [field]: value });
    expect([again.status, again.$(`#${field}`).attr('aria-invalid')]).toEqual([422, 'true']);
  });
});
