import type { Kysely } from 'kysely';
import type { Edit, EditStore } from '../comments/editing.ts';
import type { EditRow } from './rows/moderation.ts';
import type { Schema } from './schema.ts';

/** Ids of one statement: databases bound its parameters. */
const batch = 500;

/** Texts that were replaced, over a database or over one transaction of it. */
export function editStore(db: Kysely<Schema>): EditStore {
  const all = () => db.selectFrom('edits').selectAll();
  return {
    async replace(commentId, { body, html, markupVersion, editedAt, editedByAuthor }) {
      const edited = { edited_at: editedAt, edited_by_author: editedByAuthor ? 1 : 0 };
      const text = { body, html, markup_version: markupVersion, ...edited };
      await db.updateTable('comments').set(text).where('id', '=', commentId).execute();
    },
    async refile(commentId, { fingerprint, cluster, spamScore, rule, reason }) {
      const filed = { fingerprint, cluster, spam_score: spamScore, rule, reason };
      await db.updateTable('comments').set(filed).where('id', '=', commentId).execute();
    },
    async add(edit) {
      await db.insertInto('edits').values(toRow(edit)).execute();
    },
    async ofBatch(batch) {
      return (await all().where('batch', '=', batch).orderBy('comment_id').execute()).map(toEdit);
    },
    async changedByAuthors(ids, since) {
      const changed = new Set<string>();
      for (let from = 0; from < ids.length; from += batch) {
        const some = db
          .selectFrom('comments')
          .select('id')
          .where('id', 'in', ids.slice(from, from + batch));
        const rows = await some.where('edited_by_author', '=', 1).where('edited_at', '>', since).execute();
        for (const { id } of rows) changed.add(id);
      }
      return changed;
    },
    async of(commentId) {
      return (await all().where('comment_id', '=', commentId).orderBy('at').execute()).map(toEdit);
    },
  };
}

function toRow({ commentId, batch, moderatorId, at, before, editedAfter }: Edit): EditRow {
  return {
    comment_id: commentId,
    batch,
    moderator_id: moderatorId,
    at,
    body: before.body,
    html: before.html,
    markup_version: before.markupVersion,
    edited_before: before.editedAt,
    edited_after: editedAfter,
    edited_by_author: before.editedByAuthor ? 1 : 0,
  };
}

function toEdit(row: EditRow): Edit {
  const { body, html, markup_version: markupVersion, edited_before: editedAt } = row;
  const editedByAuthor = row.edited_by_author === 1;
  return {
    commentId: row.comment_id,
    batch: row.batch,
    moderatorId: row.moderator_id,
    at: row.at,
    before: { body, html, markupVersion, editedAt, editedByAuthor },
    editedAfter: row.edited_after,
  };
}
