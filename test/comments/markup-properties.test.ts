import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import fc from 'fast-check';
import { sanitise, toSafeHtml } from '../../src/comments/markup.ts';

const tags = 'p br b strong i em u s del code pre blockquote ul ol li a div span script style svg math title textarea'
  .concat(' option table td form template iframe noscript xmp img select button plaintext foreignObject mtext')
  .split(' ');
const attribute = fc.constantFrom(
  '',
  ' onclick=alert(1)',
  ' href="javascript:alert(1)"',
  " href='JaVa\tscript:1'",
  ' href=https://a.example/?q=1&amp;r',
  ' href="https://a.example" target=_blank',
  ' href=//b',
  ' style="x:y"',
  ' id=a name=b',
  ' "',
  ' href="&#106;avascript:1"',
  ' href="mailto:a@b.example "',
  ' src=x onerror=alert(1)',
  ' /',
  ' href="data:text/html,x"',
  ' rel=opener href=http:a',
);
const tag = fc.oneof(
  fc.tuple(fc.constantFrom(...tags), attribute).map(([name, rest]) => `<${name}${rest}>`),
  fc.constantFrom(...tags).map((name) => `</${name}>`),
);
const marks = fc.constantFrom(
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<!',
  '</',
  '<',
  '>',
  '&lt;',
  '&#x202e;',
  '&#8205;',
  '&',
  '"',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '[',
  '](',
  '](javascript:alert(1))',
  '](https://a.example)',
  ')',
  '\\',
  '<https://b>',
  ' https://a.example/(b) ',
  '\u202e',
  '\u200d',
  '\u2028',
  '\0',
  '\t',
  '    ',
  'mailto:a@b.example',
);
const words = fc.oneof(fc.constantFrom('word', ' ', 'x'), fc.string({ unit: 'binary', maxLength: 5 }));
const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: tag }, marks, words), { maxLength: 40 })
  .map((all) => all.join(''));
const runs = { numRuns: 3000 };

describe('whatever is written', () => {
  test('the page gets allowed elements with allowed attributes, and nothing runs out of its box', () => {
    fc.assert(
      fc.property(hostile, (body) => expect(strangersIn(toSafeHtml(body))).toEqual([])),
      runs,
    );
  });

  test('any HTML at all, even without Markdown before it', () => {
    fc.assert(
      fc.property(hostile, (html) => expect(strangersIn(sanitise(html))).toEqual([])),
      runs,
    );
  });

  test('sanitising again changes nothing', () => {
    const again = (html: string) => expect(sanitise(sanitise(html))).toBe(sanitise(html));
    again('<p><span><p>a paragraph in a paragraph once the span is gone</p></span></p>');
    fc.assert(fc.property(hostile, again), runs);
    fc.assert(
      fc.property(hostile, (body) => expect(sanitise(toSafeHtml(body))).toBe(toSafeHtml(body))),
      runs,
    );
  });

  test('plain words are all still there', () => {
    const plain = fc.array(fc.stringMatching(/^[a-zA-Z0-9é<]{1,8}$/), { minLength: 1 }).map((all) => all.join(' '));
    fc.assert(fc.property(plain, (body) => expect(load(toSafeHtml(body)).text().trim()).toBe(body)));
  });
});

const allowed = new Set('p br b strong i em u s del code pre blockquote ul ol li a'.split(' '));

/** What a browser would see beside the allow-list: elements, attributes, addresses, formatting that leaks out. */
function strangersIn(html: string): string[] {
  const $ = load(`<article>${html}</article>after`);
  const found: string[] = [];
  $('article *').each((_, element) => {
    const { name, attribs } = element;
    if (!allowed.has(name)) found.push(name);
    if (Object.keys(attribs).join() !== (name === 'a' ? 'href,rel' : '')) found.push(JSON.stringify(attribs));
    if (name === 'a' && attribs.rel !== 'nofollow ugc noopener') found.push('rel');
    if (name === 'a' && !/^(https?:\/\/|mailto:)/.test(attribs.href ?? '')) found.push(attribs.href ?? 'no address');
  });
  if ($('body').contents().length !== 2 || $('body').children('article').length !== 1)
    found.push($('body').html() ?? '');
  if (/[\u202a-\u202e\u2066-\u2069\u200b\u2028\0]/.test(html)) found.push('invisible');
  return found;
}
