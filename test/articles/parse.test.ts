import { describe, expect, test } from '@jest/globals';
import { parseArticle, type Reading } from '../../src/articles/parse.ts';

const good = 'title: A headline\nsection: World News\nauthor: The Editors\ndate: 2022-01-09\n';

describe('an article', () => {
  test('is its front matter and its Markdown', () => {
    expect(parseArticle('a', `---\n${good}---\n\nOne -- *two*\n`)).toEqual({
      article: {
        slug: 'a',
        title: 'A headline',
        section: 'World News',
        author: 'The Editors',
        date: '2022-01-09',
        comments: 'open',
        language: null,
        html: '<p>One – <em>two</em></p>\n',
      },
    });
  });

  test('may be written on Windows, have further fields, close its comments and have no text', () => {
    const text = `---\n${good}comments: closed\ntags: [a, b]\n---`.replaceAll('\n', '\r\n');
    expect(parseArticle('a', text)).toMatchObject({ article: { comments: 'closed', html: '' } });
  });

  test('may name its language', () => {
    expect(articleIn(parseArticle('a', `---\n${good}language: pt-BR\n---\n`)).language).toBe('pt-BR');
    expect(problemIn(`---\n${good}language: klingonese!\n---\n`)).toBe('language must be a tag such as de or pt-BR');
  });

  test('keeps a rule of --- and a headline underlined with --- in its text', () => {
    const { html } = articleIn(parseArticle('a', `---\n${good}---\nHead\n---\n\none\n\n---\n\ntwo`));
    expect(html).toBe('<h2>Head</h2>\n<p>one</p>\n<hr>\n<p>two</p>\n');
  });

  test('has a title of digits as text, and a title cannot be a list', () => {
    expect(articleIn(parseArticle('a', `---\n${good.replace('A headline', '2022')}---\n`)).title).toBe('2022');
    expect(problemIn(`---\n${good.replace('A headline', '[a]')}---\n`)).toBe('title must be text');
  });

  test('shows raw HTML as text', () => {
    const { html } = articleIn(parseArticle('a', `---\n${good}---\n<script>1</script>`));
    expect(html).toBe('<p>&lt;script&gt;1&lt;/script&gt;</p>\n');
  });
});

describe('what is wrong is said in one sentence', () => {
  const noFrontMatter = 'it must start with front matter between two lines of ---';
  const noDay = 'date must be a day of the calendar such as 2026-11-20';
  test.each([
    ['', noFrontMatter],
    ['Just text', noFrontMatter],
    [`---\n${good}`, noFrontMatter],
    [`Text\n---\n${good}---\n`, noFrontMatter],
    ['---\n---\n', 'title is missing; section is missing; author is missing; date is missing'],
    [`---\n${good.replace('A headline', '')}---\n`, 'title is missing'],
    [`---\n${good.replace('A headline', '" "')}---\n`, 'title is missing'],
    [`---\n${good.replace('2022-01-09', '2022-02-30')}---\n`, noDay],
    [`---\n${good.replace('2022-01-09', '9 January 2022')}---\n`, noDay],
    [`---\n${good}comments: maybe\n---\n`, 'comments must be open or closed'],
    ['---\njust words\n---\n', 'its front matter must be lines such as "title: A headline"'],
    ['---\n- a\n---\n', 'its front matter must be lines such as "title: A headline"'],
  ])('%j', (text, problem) => {
    expect(problemIn(text)).toBe(problem);
  });

  test('front matter that is not YAML, with the line', () => {
    expect(problemIn(`---\n${good}title: again\n---\n`)).toMatch(/^its front matter is not YAML: .*line 5/);
    expect(problemIn('---\ntitle: a: b\n---\n')).not.toContain('\n');
  });

  test('aliases that multiply', () => {
    const names = [...'abcdefgh'];
    const bomb = names.map((name, i) => `${name}: &${name} [${`*${names[i - 1]},`.repeat(i && 9)}x]`).join('\n');
    expect(problemIn(`---\n${bomb}\n---\n`)).toContain('Excessive alias count');
  });
});

function articleIn(reading: Reading) {
  if (!('article' in reading)) throw new Error(reading.problem);
  return reading.article;
}

function problemIn(text: string): string {
  const reading = parseArticle('a', text);
  return 'problem' in reading ? reading.problem : 'none';
}
