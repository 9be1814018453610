import { z } from 'zod';
import type { Draft } from '../comments/comment.ts';
import { parentGone } from '../comments/discussion.ts';
import { control, lengthOf, line, nameProblem, visible } from '../comments/line.ts';
import { honeypotField, type Problem, type ReplyField, replyFields, type TypedReply } from './form-view.ts';
import { isId } from './id.ts';

/** The checked form: what was typed, and either a draft or what is to be mended. */
export interface ReplyForm {
  readonly typed: TypedReply;
  readonly draft: Draft | null;
  readonly problems: readonly Problem<ReplyField>[];
}

/** A posted form (fields missing, doubled or of any type) to what was typed and what can be made of it. */
export function readReplyForm(posted: unknown): ReplyForm {
  const { honeypot, ...typed } = readFields(posted);
  const result = draftSchema.safeParse({ ...typed, honeypot });
  if (result.success) return { typed, draft: draftOf(result.data), problems: [] };
  return { typed, draft: null, problems: firstPerField(result.error.issues) };
}

/** The text of a form, held to the limits of every comment: as typed, and what is to be mended or null. */
export function readBody(posted: unknown): { readonly body: string; readonly problem: string | null } {
  const { body } = readFields(posted);
  const result = draftSchema.shape.body.safeParse(body);
  return { body, problem: result.success ? null : (result.error.issues[0]?.message ?? null) };
}

function readFields(posted: unknown): TypedReply & { readonly honeypot: string } {
  const fields: Record<string, unknown> = typeof posted === 'object' && posted !== null ? { ...posted } : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    body: text('body').replace(/\r\n?/g, '\n'),
    author: text('author'),
    email: text('email'),
    website: text('website'),
    remember: text('remember') !== '',
    follow: text('follow') !== '',
    parentId: text('parentId'),
    response: text('response').slice(0, 64),
    honeypot: text(honeypotField).slice(0, 100),
  };
}

const draftSchema = z
  .object({
    body: z
      .string()
      .refine((body) => lengthOf(visible(body)) >= 2, 'Write your comment: at least 2 characters.')
      .refine((body) => lengthOf(body) <= 10_000, 'Shorten your comment to at most 10,000 characters.')
      .refine((body) => !control.test(body), 'Remove the control characters from your comment; they cannot be stored.'),
    author: z
      .string()
      .superRefine((name, context) => {
        const problem = nameProblem(name);
        if (problem) context.addIssue(problem);
      })
      .transform(line),
    email: z
      .string()
      .trim()
      .refine(isEmail, 'Enter an e-mail address such as name@example.org, or leave the field empty.'),
    website: z
      .string()
      .trim()
      .refine(isWebsite, 'Enter a web address that starts with https:// or http://, or leave the field empty.'),
    honeypot: z.string(),
    follow: z.boolean(),
    parentId: z.string().refine((id) => id === '' || isId(id), parentGone),
  })
  .refine(({ follow, email }) => !follow || email !== '', {
    path: ['email'],
    message: 'Enter the e-mail address to write to, or untick “E-mail me”.',
  });

const emailAddress = z.email({ pattern: z.regexes.html5Email }).max(254);

/** Empty, or an address as browsers check one. */
export function isEmail(text: string): boolean {
  return text === '' || emailAddress.safeParse(text).success;
}

function isWebsite(text: string): boolean {
  if (text === '') return true;
  const url = text.length <= 500 && /^https?:\/\//i.test(text) && !/\s/u.test(text) ? URL.parse(text) : null;
  return url !== null && url.username === '' && url.password === '' && url.hostname !== '';
}

function draftOf(data: z.infer<typeof draftSchema>): Draft {
  return {
    body: data.body,
    author: {
      name: data.author,
      email: data.email === '' ? null : data.email,
      website: data.website === '' ? null : new URL(data.website).href,
    },
    parentId: data.parentId === '' ? null : data.parentId,
    honeypot: data.honeypot,
    follow: data.follow,
  };
}

function firstPerField(issues: readonly z.core.$ZodIssue[]): readonly Problem<ReplyField>[] {
  const first = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, message);
  }
  return [...first].map(([name, message]) => ({ field: replyFields.find((field) => field === name) ?? null, message }));
}
