import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as newId } from 'uuid';
import { type Comment, fromDraft } from '../src/comments/comment.ts';
import { noEvidence } from '../src/comments/evidence.ts';
import { toSafeHtml } from '../src/comments/markup.ts';
import { openStore } from '../src/store/open.ts';
import type { Place } from './place.ts';

/** Paths of the article nobody has answered, and of the one with 100 replies. */
export const quiet = '/articles/article-01';
export const lively = '/articles/article-02';
export const articles = 20;
export const replies = 100;
/** The others answer one of these: they all fit on the first page. */
const roots = 40;

const sample = fileURLToPath(new URL('../articles/diplomatic-calendar-january-2022.md', import.meta.url));

/** Writes the articles and the approved replies, the same in every run. */
export async function seed({ articlesDir, dataDir, databaseUrl }: Place): Promise<void> {
  await mkdir(articlesDir, { recursive: true });
  for (let number = 1; number <= articles; number += 1) {
    await copyFile(sample, join(articlesDir, `article-${String(number).padStart(2, '0')}.md`));
  }
  const store = await openStore({ databaseUrl: databaseUrl ?? 'sqlite:', dataDir, now: Date.now });
  await store.transaction(async ({ comments }) => {
    for (const comment of conversation()) await comments.add(comment, thread);
  });
  await store.close();
}

const thread = { key: 'article-02', url: lively, title: 'Article 2' };

function conversation(): readonly Comment[] {
  const comments: Comment[] = [];
  for (let number = 0; number < replies; number += 1) {
    comments.push(reply(number, number < roots ? null : (comments[(number * 7) % roots] ?? null)));
  }
  return comments;
}

/** An hour apart, the last one in January 2022: how a moment is worded does not depend on the day of the run. */
function reply(number: number, parent: Comment | null): Comment {
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
