import type { Author, Comment } from './comment.ts';
import { itsAuthor } from './decision.ts';
import type { EditStore } from './editing.ts';
import { CommentsError } from './error.ts';
import type { Follower, FollowerStore } from './follower.ts';
import { hintOf, type OwnCommentParts, type OwnStanding, opened, provenAddress, standingOf } from './own-comment.ts';
import type { Receipt, ReceiptStore } from './receipt.ts';

/** A comment as its author may take it along: nothing that moderators note for each other. */
export interface ExportedComment {
  readonly id: string;
  readonly article: { readonly key: string; readonly title: string; readonly url: string };
  readonly answers: string | null;
  readonly standing: OwnStanding;
  /** Of the address no more than a hint, unless the link was sent there. */
  readonly author: Author;
  readonly body: string;
  readonly html: string;
  /** ISO 8601, as all times here. */
  readonly createdAt: string;
  readonly editedAt: string | null;
  /** Texts that it had before, oldest first. */
  readonly versions: readonly { readonly body: string; readonly until: string; readonly replacedBy: string }[];
  /** What a moderator told the author. */
  readonly told: string | null;
  readonly privateLinks: readonly { readonly createdAt: string; readonly sentByMail: boolean }[];
}

export interface ExportedFollow {
  readonly article: string;
  /** Id of the comment of which news are sent; null: of the whole article. */
  readonly comment: string | null;
  readonly since: string;
  readonly confirmedAt: string | null;
}

/** What is taken along; a page of it at a time is in memory. */
export interface Export {
  /** Null: one comment alone. */
  readonly address: string | null;
  readonly comments: AsyncIterable<ExportedComment>;
  readonly follows: AsyncIterable<ExportedFollow>;
}

export interface OwnExportParts extends OwnCommentParts {
  readonly receipts: Pick<ReceiptStore, 'byHash' | 'of' | 'commentsUnder'>;
  readonly edits: Pick<EditStore, 'of'>;
  readonly followers: Pick<FollowerStore, 'ofAddress'>;
}

const perPage = 200;

/**
 * What a link lets its holder take along: its one comment, or everything under the address that stands with it, where
 * the link was sent there. @throws CommentsError `not-found` when the token is nobody's, `forbidden` where it was not.
 */
export async function ownExport(token: string, everything: boolean, parts: OwnExportParts): Promise<Export> {
  const { receipt, comment } = await opened(token, parts);
  if (!everything)
    return { address: null, comments: exported(one(shownBy(receipt, comment)), parts), follows: follows(one()) };
  const address = provenAddress(receipt, comment);
  if (address === null) throw new CommentsError('forbidden', 'receipt.unproven');
  const comments = pages((after) => parts.receipts.commentsUnder(address, { after, limit: perPage }));
  const followed = pages((after) => parts.followers.ofAddress(address, { after, limit: perPage }));
  return { address, comments: exported(comments, parts), follows: follows(followed) };
}

function shownBy({ proven }: Receipt, comment: Comment): Comment {
  const { author } = comment;
  return proven || author.email === null ? comment : { ...comment, author: { ...author, email: hintOf(author.email) } };
}

async function* one<T>(...items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function* pages<T extends { readonly id: string }>(
  read: (after: string) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  let page: readonly T[];
  let after = '';
  do {
    page = await read(after);
    after = page.at(-1)?.id ?? '';
    yield* page;
  } while (page.length === perPage);
}

async function* exported(comments: AsyncIterable<Comment>, parts: OwnExportParts): AsyncGenerator<ExportedComment> {
  for await (const comment of comments) {
    const { id, threadKey, author, body, html } = comment;
    const thread = await parts.threads.byKey(threadKey);
    const edits = await parts.edits.of(id);
    yield {
      id,
      article: { key: threadKey, title: thread?.title ?? '', url: thread?.url ?? '' },
      answers: comment.parentId,
      standing: await standingOf(comment, parts),
      author,
      body,
      html,
      createdAt: iso(comment.createdAt),
      editedAt: comment.editedAt === null ? null : iso(comment.editedAt),
      versions: edits.map(({ before, at, moderatorId }) => ({
        body: before.body,
        until: iso(at),
        replacedBy: moderatorId === itsAuthor ? 'author' : 'moderator',
      })),
      told: await parts.explanations.of(id),
      privateLinks: (await parts.receipts.of(id)).map(({ createdAt, proven }) => ({
        createdAt: iso(createdAt),
        sentByMail: proven,
      })),
    };
  }
}

async function* follows(followers: AsyncIterable<Follower>): AsyncGenerator<ExportedFollow> {
  for await (const { threadKey, commentId, createdAt, confirmedAt } of followers) {
    const confirmed = confirmedAt === null ? null : iso(confirmedAt);
    yield { article: threadKey, comment: commentId, since: iso(createdAt), confirmedAt: confirmed };
  }
}

const iso = (at: number): string => new Date(at).toISOString();
