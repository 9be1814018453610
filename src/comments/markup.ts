import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Version of everything below; it goes up when the allow-list gets stricter, so that older rows can be found. */
export const markupVersion = 1;

const markdown = new MarkdownIt('zero', {
  // A visitor may write <b> as well as **, so tags pass through here: sanitise() alone decides which of them live.
  html: true,
  breaks: true,
  linkify: true,
  // Below this depth markdown-it drops the text; no person quotes quotes that deep.
  maxNesting: 100,
});
markdown.enable(['fence', 'blockquote', 'list', 'html_block', 'linkify']);
markdown.enable(['newline', 'escape', 'backticks', 'emphasis', 'link', 'autolink', 'html_inline', 'entity']);
// Only what was plainly meant as an address becomes a link: "file.md" and "me@example.org" stay text.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/**
 * Turns a comment's body (plain text, LF line endings, length already capped at 10,000 characters) into HTML that is
 * safe in any page: a small Markdown, or the tags of the allow-list, or both.
 */
export function toSafeHtml(body: string): string {
  return sanitise(showUnclosed(markdown.render(withoutInvisible(body))));
}

/** Bidi controls reorder what others wrote around them, and zero-width characters hide words from a moderator's eye. */
function withoutInvisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\p{Bidi_Control}|[\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff]/gu, '')
    .replace(strayJoiner, '');
}

// Persian words and emoji families are spelled with joiners; anywhere else a joiner only hides.
const joinable = '[\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}]';
const strayJoiner = new RegExp(`(?<!${joinable})[\\u200c\\u200d]|[\\u200c\\u200d](?!${joinable})`, 'gu');

/**
 * "Put it in a <script> tag" would lose every word after the tag: so it is with HTML. Such a tag without its end was
 * not meant as markup and is shown as text; so is `<?php` and `<!DOCTYPE`, which are nothing inside a page.
 */
function showUnclosed(html: string): string {
  const shown = html.replace(/<(?=\?|!(?!--))/g, '&lt;');
  const lower = shown.replace(/<\/\w+/g, (end) => end.toLowerCase());
  return shown.replace(swallowing, (start: string, name: string | undefined, at: number) => {
    const end = name === undefined ? '-->' : `</${name.toLowerCase()}`;
    return lower.lastIndexOf(end) > at ? start : `&lt;${start.slice(1)}`;
  });
}

// Comments, and the elements whose content sanitize-html drops or its parser takes as raw text.
const swallowing = /<(?:!--|(script|style|textarea|option|xmp|title|iframe|noembed|noframes|plaintext)(?![\w-]))/gi;

/**
 * Keeps the tags of the allow-list and, of other tags, the text; script, style and their like go with their text.
 * Running it again changes nothing. It is the last step: whoever strips, trims or links after it undoes it.
 */
export function sanitise(html: string): string {
  // Dropping a tag can leave a paragraph inside a paragraph, which reads differently the next time: run until it holds.
  let clean = html;
  for (let round = 0; round < mostRounds; round++) {
    const cleaner = sanitizeHtml(clean, policy);
    if (cleaner === clean) return clean;
    clean = cleaner;
  }
  return sanitizeHtml(clean, { ...policy, allowedTags: [] });
}

const mostRounds = 5;

// sanitize-html builds no tree, so this list holds no element that makes a browser parse differently: no raw text, no
// table, form or template, no svg or math; and no id, name, class or style.
const policy: sanitizeHtml.IOptions = {
  allowedTags: 'p br b strong i em u s del code pre blockquote ul ol li a'.split(' '),
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 20,
  transformTags: { a: toLink },
  exclusiveFilter: isNoLink,
  // Here too, because `&#x202e;` is a plain word until sanitize-html decodes it.
  textFilter: withoutInvisible,
};

/** The address as the browser itself would write it, so that what was checked is what will be followed. */
function toLink(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const url = URL.parse(attributes.href ?? '');
  const isAbsolute = url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol);
  return { tagName, attribs: isAbsolute ? { href: url.href, rel: 'nofollow ugc noopener' } : {} };
}

/** Renaming the tag in toLink would be shorter; sanitize-html 2.18.1 then closes the next link in the wrong place. */
function isNoLink(frame: sanitizeHtml.IFrame): boolean | 'excludeTag' {
  return frame.tag === 'a' && frame.attribs.href === undefined && 'excludeTag';
}
