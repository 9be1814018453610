import type { Author } from './comment.ts';

/** What readers, or a moderator, see of a comment: every text of it, and where its links lead. */
export function textsOf({ name, email, website }: Author, html: string): readonly string[] {
  return [textOf(html), name, email ?? '', website ?? '', ...hrefsOf(html)];
}

/** The text of safe HTML as it is read: `dr<b>ess</b>` is one word, two paragraphs are not. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<\/?(?:p|br|pre|blockquote|ul|ol|li)\b[^>]*>/g, '\n').replace(/<[^>]*>/g, ''));
}

/** Where the links of safe HTML lead: absolute addresses. */
export function hrefsOf(html: string): readonly string[] {
  return [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => unescaped(href));
}

/** Safe HTML escapes these four and no others. */
const escapes: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const unescaped = (text: string): string => text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => escapes[entity] ?? '');
