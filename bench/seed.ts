import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as newId } from 'uuid';
import { type Comment, fromDraft } from '../src/comments/comment.ts';
import { noEvidence } from '../src/comments/evidence.ts';
import { toSafeHtml } from '../src/comments/markup.ts';
import type { Thread } from '../src/comments/thread.ts';
import { openStore } from '../src/store/open.ts';
import type { Place } from './place.ts';

/** Paths of the article nobody has answered, of the one with 100 replies, and of the one with 10,000. */
export const quiet = '/articles/article-01';
export const lively = '/articles/article-02';
export const endless = '/articles/article-03';
export const articles = 20;
export const replies = 100;
export const many = 10_000;
/** The others answer one of these: they all fit on the first page. */
const roots = 40;

const sample = fileURLToPath(new URL('../articles/diplomatic-calendar-january-2022.md', import.meta.url));

/** Writes the articles and the approved replies, the same in every run; gives the path of a page amid the many. */
export async function seed({ articlesDir, dataDir, databaseUrl }: Place): Promise<string> {
  await mkdir(articlesDir, { recursive: true });
  for (let number = 1; number <= articles; number += 1) {
    await copyFile(sample, join(articlesDir, `article-${String(number).padStart(2, '0')}.md`));
  }
  const store = await openStore({ databaseUrl: databaseUrl ?? 'sqlite:', dataDir, now: Date.now });
  const written = conversation(long, many);
  await store.transaction(async ({ comments }) => {
    for (const comment of conversation(few, replies)) await comments.add(comment, few);
    for (const comment of written) await comments.add(comment, long);
  });
  await store.close();
  const middle = written.filter(({ parentId }) => parentId === null)[(many * roots) / replies / 2];
  return `${endless}?from=${middle?.id}`;
}

const few: Thread = { key: 'article-02', url: lively, title: 'Article 2' };
const long: Thread = { key: 'article-03', url: endless, title: 'Article 3' };

/** In each hundred comments, those that answer answer others of the same hundred. */
function conversation(thread: Thread, count: number): readonly Comment[] {
  const comments: Comment[] = [];
  for (let number = 0; number < count; number += 1) {
    const hundred = number - (number % replies);
    const place = number % replies;
    const parent = place < roots ? null : (comments[hundred + ((place * 7) % roots)] ?? null);
    comments.push(reply(thread, number, parent));
  }
  return comments;
}

/** An hour apart, from January 2022 on: how a moment is worded does not depend on the day of the run. */
function reply(thread: Thread, number: number, parent: Comment | null): Comment {
  const now = Date.UTC(2022, 0, 10) + number * 3_600_000;
  const author = { name: `Reader ${number}`, email: null, website: number % 3 === 0 ? 'https://example.org/' : null };
  const draft = { body: textOf(number), author, parentId: parent?.id ?? null, honeypot: '' };
  const filing = {
    threadKey: thread.key,
    parent,
    html: toSafeHtml(draft.body),
    verdict: { action: 'publish' },
    submissionId: newId(),
    visitor: { id: '', address: '', network: '', author: null },
    language: null,
    evidence: noEvidence,
    thinkSeconds: null,
    now,
  } as const;
  return fromDraft(draft, { ...filing, id: newId({ msecs: now }) });
}

const sentence = 'What struck me is *how little* was said about the second meeting, and how much about the first. ';

/** One to three paragraphs, the second with a link. */
function textOf(number: number): string {
  const paragraphs = [sentence.repeat(1 + (number % 4)), 'The text is at https://example.org/text in full.', sentence];
  return paragraphs.slice(0, 1 + (number % 3)).join('\n\n');
}
