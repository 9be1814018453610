import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Article } from './article.ts';

/** An article, or what is wrong with its file, in words that go after the file's name. */
export type Reading = { readonly article: Article } | { readonly problem: string };

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true });

/**
 * Reads the text of an article: front matter between two lines of `---` (title, section, author, date as YYYY-MM-DD,
 * comments as open or closed, language as a tag such as de; other fields are passed over), then Markdown.
 */
export function parseArticle(slug: string, text: string): Reading {
  const [before, frontMatter, ...rest] = text.replace(/\r\n?/g, '\n').split(/^---[ \t]*(?:\n|$)/m);
  if (before !== '' || frontMatter === undefined || rest.length === 0) {
    return { problem: 'it must start with front matter between two lines of ---' };
  }
  const fields = readFields(frontMatter);
  return 'problem' in fields
    ? fields
    : { article: Object.freeze({ slug, ...fields, html: markdown.render(rest.join('---\n')) }) };
}

function readFields(frontMatter: string): z.infer<typeof frontMatterFields> | { readonly problem: string } {
  try {
    // The failsafe schema leaves every value a string: a date stays as it was written.
    const values: unknown = parse(frontMatter, { schema: 'failsafe', logLevel: 'error' });
    const { data, error } = frontMatterFields.safeParse(values ?? {});
    return error === undefined ? data : { problem: error.issues.map(inWords).join('; ') };
  } catch (error) {
    return { problem: `its front matter is not YAML: ${String(error).split(':\n')[0]}` };
  }
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0
    ? 'its front matter must be lines such as "title: A headline"'
    : `${path.join('.')} ${message}`;
}

/** RFC 5646, as far as JavaScript knows it. */
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const missingOr =
  (problem: string) =>
  ({ input }: { readonly input?: unknown }) =>
    input === undefined || input === '' ? 'is missing' : problem;

const line = z
  .string({ error: missingOr('must be text') })
  .trim()
  .min(1, { error: 'is missing', abort: true });

const frontMatterFields = z.object({
  title: line,
  section: line,
  author: line,
  date: z.iso.date({ error: missingOr('must be a day of the calendar such as 2026-11-20') }),
  language: z.string().refine(isTag, { error: 'must be a tag such as de or pt-BR' }).nullable().default(null),
  comments: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('open'),
});
