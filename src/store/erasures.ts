import type { Kysely } from 'kysely';
import type { ErasureStore } from '../comments/erasing.ts';
import { forgetFulfilled } from './erasure-requests.ts';
import type { Schema } from './schema.ts';

/** Erasing over a database, or over one transaction of it. The index of words and the counts follow by triggers. */
export function erasureStore(db: Kysely<Schema>): ErasureStore {
  return {
    async answersTo(id) {
      const query = db.selectFrom('comments').where('parent_id', '=', id);
      return (await query.select(({ fn }) => fn.countAll<number>().as('answers')).executeTakeFirstOrThrow()).answers;
    },
    async empty(id, status, at) {
      await forgetWhatItSaid(db, id);
      const place = { status, cluster: id, submission_id: `erased-${id}`, erased_at: at };
      await db
        .updateTable('comments')
        .set({ ...nothing, ...place })
        .where('id', '=', id)
        .execute();
      await forgetFulfilled(db, id);
    },
    async remove(id) {
      await forgetWhatItSaid(db, id);
      await db.deleteFrom('comments').where('id', '=', id).execute();
      await forgetFulfilled(db, id);
    },
  };
}

async function forgetWhatItSaid(db: Kysely<Schema>, id: string): Promise<void> {
  await db.deleteFrom('edits').where('comment_id', '=', id).execute();
  await db.deleteFrom('sketches').where('comment_id', '=', id).execute();
  await db.deleteFrom('likes').where('comment_id', '=', id).execute();
  await db.deleteFrom('like_counts').where('comment_id', '=', id).execute();
  await db.deleteFrom('followers').where('comment_id', '=', id).execute();
  await db.deleteFrom('mail_links').where('comment_id', '=', id).execute();
  await db.deleteFrom('receipts').where('comment_id', '=', id).execute();
  await db.deleteFrom('explanations').where('comment_id', '=', id).execute();
  // Nothing is told of it any more; what was told keeps its mark, so that it is not told twice.
  await db.deleteFrom('outbox').where('about', '=', id).where('sent_at', 'is', null).execute();
}

/** Of everything but the place in the conversation and the time. */
const nothing = {
  author_name: '',
  author_email: null,
  author_website: null,
  body: '',
  html: '',
  reason: null,
  rule: null,
  visitor: 'erased',
  author_key: null,
  address: null,
  network: null,
  fingerprint: null,
  language: null,
  spam_score: null,
  think_seconds: null,
  moderator_id: null,
  edited_at: null,
  edited_by_author: 0,
} as const;
