import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { toSafeHtml } from '../../src/comments/markup.ts';

const rel = 'rel="nofollow ugc noopener"';

describe('what a visitor may write', () => {
  test.each([
    ['one\ntwo\n\nthree', '<p>one<br />\ntwo</p>\n<p>three</p>\n'],
    ['*soft* and **loud**', '<p><em>soft</em> and <strong>loud</strong></p>\n'],
    ['<b>bold</b> and <del>gone</del>', '<p><b>bold</b> and <del>gone</del></p>\n'],
    ['<p>one</p>\n<p>two</p>', '<p>one</p>\n<p>two</p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>\n'],
    ['```js\n<b>\n```', '<pre><code>&lt;b&gt;\n</code></pre>\n'],
    [
      '> said\n\n- a\n- b\n\n1. c',
      '<blockquote>\n<p>said</p>\n</blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n',
    ],
    ['[here](https://a.example/?b=1&c)', `<p><a href="https://a.example/?b=1&amp;c" ${rel}>here</a></p>\n`],
    ['see https://a.example/x.', `<p>see <a href="https://a.example/x" ${rel}>https://a.example/x</a>.</p>\n`],
    ['<mailto:ann@a.example>', `<p><a href="mailto:ann@a.example" ${rel}>mailto:ann@a.example</a></p>\n`],
    [
      'a.example, ann@a.example, //a.example, ftp://a.example',
      '<p>a.example, ann@a.example, //a.example, ftp://a.example</p>\n',
    ],
    ['# no heading\n    no code\n***', '<p># no heading<br />\nno code<br />\n***</p>\n'],
    ['1 < 2, I <3 you & <i>yours', '<p>1 &lt; 2, I &lt;3 you &amp; <i>yours</i></p>\n'],
    ['put <script> first, *then* wait', '<p>put &lt;script&gt; first, <em>then</em> wait</p>\n'],
    ['see </script> <script> first', '<p>see  &lt;script&gt; first</p>\n'],
    ['<!-- unfinished', '&lt;!-- unfinished'],
    ['<?php echo 1; ?>', '&lt;?php echo 1; ?&gt;'],
  ])('%j', (body, html) => {
    expect(toSafeHtml(body)).toBe(html);
  });
});

describe('what is taken away', () => {
  test.each([
    ['<script>alert(1)</script>after', 'after'],
    ['a<style>p{}</style>b<textarea>c</textarea>d', '<p>abd</p>\n'],
    ['<h1 onclick="x()">big</h1>', 'big'],
    ['<b class="x" style="y" id="z" onclick="w()">b</b>', '<p><b>b</b></p>\n'],
    [
      '<a href="https://a.example" target="_blank" name="n">a</a>',
      `<p><a href="https://a.example/" ${rel}>a</a></p>\n`,
    ],
    ['<a href="java&#10;script:alert(1)">a</a>', '<p>a</p>\n'],
    ['<a href="/b">a</a> <a href="//b">a</a> <a href="ftp://b">a</a> <a>a</a>', '<p>a a a a</p>\n'],
    ['<a href="/b">a</a> <a href="https://c/">c</a> d', `<p>a <a href="https://c/" ${rel}>c</a> d</p>\n`],
    ['<a href="http:b">a</a>', `<p><a href="http://b/" ${rel}>a</a></p>\n`],
    ['<svg><a href="https://b/" xlink:href="javascript:1">a</a></svg>', `<p><a href="https://b/" ${rel}>a</a></p>\n`],
  ])('%j', (body, html) => {
    expect(toSafeHtml(body)).toBe(html);
  });

  test('bidi controls and zero-width characters, written or as entities', () => {
    expect(toSafeHtml('a\u202eb\u2066c\u200bd\ufeffe\u0007f &#x202e;&#8203;&ZeroWidthSpace;g')).toBe(
      '<p>abcdef g</p>\n',
    );
  });

  test('joiners only where they spell nothing', () => {
    expect(toSafeHtml('می\u200cخواهم 👩\u200d💻 a\u200d')).toBe('<p>می\u200cخواهم 👩\u200d💻 a</p>\n');
  });

  test('foreign line ends, which become line breaks before a link is looked at', () => {
    expect(toSafeHtml('a\u2028b')).toBe('<p>a<br />\nb</p>\n');
    expect(toSafeHtml('<a href="java\u2028script:alert(1)">a</a>')).toBe('<p>a</p>\n');
  });

  test('halves of characters, which no database takes', () => {
    expect(toSafeHtml('a\ud83d')).toBe('<p>a\ufffd</p>\n');
  });

  test('more than twenty levels', () => {
    expect(load(toSafeHtml(`${'<b>'.repeat(50)}x`))('b').length).toBeLessThanOrEqual(20);
  });
});
