import type { Comment } from '../comments/comment.ts';
import type { CommentRow } from './schema.ts';

/** A comment as its table holds it, before anybody decided on it. */
export function toRow(comment: Comment): CommentRow {
  return {
    id: comment.id,
    thread_key: comment.threadKey,
    parent_id: comment.parentId,
    root_id: comment.rootId,
    status: comment.status,
    reason: comment.reason,
    author_name: comment.author.name,
    author_email: comment.author.email,
    author_website: comment.author.website,
    body: comment.body,
    html: comment.html,
    markup_version: comment.markupVersion,
    submission_id: comment.submissionId,
    visitor: comment.visitor,
    created_at: comment.createdAt,
    fingerprint: comment.fingerprint,
    address: comment.address,
    author_key: comment.authorKey,
    decided_at: comment.decidedAt,
    first_decided_at: null,
    rule: comment.rule,
    network: comment.network,
    language: comment.language,
    cluster: comment.cluster,
    spam_score: comment.spamScore,
    moderator_id: comment.moderatorId,
    edited_at: comment.editedAt,
    edited_by_author: comment.editedByAuthor ? 1 : 0,
    erased_at: comment.erasedAt,
    think_seconds: comment.thinkSeconds,
  };
}

/** And back. */
export function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    threadKey: row.thread_key,
    parentId: row.parent_id,
    rootId: row.root_id,
    status: row.status,
    reason: row.reason,
    author: { name: row.author_name, email: row.author_email, website: row.author_website },
    body: row.body,
    html: row.html,
    markupVersion: row.markup_version,
    submissionId: row.submission_id,
    visitor: row.visitor,
    address: row.address,
    fingerprint: row.fingerprint,
    authorKey: row.author_key,
    rule: row.rule,
    network: row.network,
    language: row.language,
    cluster: row.cluster ?? row.id,
    spamScore: row.spam_score,
    moderatorId: row.moderator_id,
    decidedAt: row.decided_at,
    editedAt: row.edited_at,
    editedByAuthor: row.edited_by_author === 1,
    erasedAt: row.erased_at,
    createdAt: row.created_at,
    thinkSeconds: row.think_seconds,
  };
}
