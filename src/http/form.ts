import { z } from 'zod';
import type { Draft } from '../comments/comment.ts';
import { parentGone } from '../comments/discussion.ts';
import { control, lengthOf, line, nameProblem, visible } from '../comments/line.ts';
import { type MessageKey, message, type Said, type Values } from '../messages/message.ts';
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
export function readBody(posted: unknown): { readonly body: string; readonly problem: Said | null } {
  const { body } = readFields(posted);
  const result = draftSchema.shape.body.safeParse(body);
  return { body, problem: result.success ? null : saidBy(result.error.issues[0]) };
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
      .refine((body) => lengthOf(visible(body)) >= 2, wrong('reply.short', { least: 2 }))
      .refine((body) => lengthOf(body) <= 10_000, wrong('reply.long', { most: 10_000 }))
      .refine((body) => !control.test(body), wrong('reply.controls')),
    author: z
      .string()
      .superRefine((name, context) => {
        const problem = nameProblem(name);
        if (problem) context.addIssue({ code: 'custom', ...wrong(problem.key, problem.values) });
      })
      .transform(line),
    email: z.string().trim().refine(isEmail, wrong('reply.emailWrong')),
    website: z.string().trim().refine(isWebsite, wrong('reply.websiteWrong')),
    honeypot: z.string(),
    follow: z.boolean(),
    parentId: z.string().refine((id) => id === '' || isId(id), wrong(parentGone)),
  })
  .refine(({ follow, email }) => !follow || email !== '', {
    path: ['email'],
    ...wrong('reply.emailMissing'),
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

/** A message as zod carries it along. */
function wrong(
  key: MessageKey,
  values?: Values,
): { readonly message: string; readonly params: Record<string, unknown> } {
  return { message: key, params: { ...values } };
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
  const first = new Map<string, Said>();
  for (const issue of issues) {
    const name = String(issue.path[0]);
    if (!first.has(name)) first.set(name, saidBy(issue));
  }
  return [...first].map(([name, message]) => ({ field: replyFields.find((field) => field === name) ?? null, message }));
}

function saidBy(issue: z.core.$ZodIssue | undefined): Said {
  return issue?.code === 'custom' ? message(issue.message as MessageKey, issue.params as Values) : 'error.unreadable';
}
