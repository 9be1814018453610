import type { Kysely } from 'kysely';
import type { Decision, DecisionStore } from '../comments/decision.ts';
import type { Engine } from './engine.ts';
import type { DecisionRow, Schema } from './schema.ts';

/** Rows of one statement: databases bound its parameters. */
const batchSize = 100;

/** The log of decisions over a database, or over one transaction of it. */
export function decisionStore(db: Kysely<Schema>, alone: Engine['alone']): DecisionStore {
  const all = () => db.selectFrom('decisions').selectAll();
  return {
    alone: () => alone(db, 'decisions'),
    async last() {
      const row = await all().orderBy('number', 'desc').limit(1).executeTakeFirst();
      return row && toDecision(row);
    },
    async add(decisions) {
      const rows = decisions.map(toRow);
      for (let from = 0; from < rows.length; from += batchSize)
        await db
          .insertInto('decisions')
          .values(rows.slice(from, from + batchSize))
          .execute();
    },
    async ofBatch(batch) {
      return (await all().where('batch', '=', batch).orderBy('number').execute()).map(toDecision);
    },
    async page(before, limit, { moderatorId, commentId }) {
      const query = all()
        .$if(before !== null, (entries) => entries.where('number', '<', before))
        .$if(moderatorId !== null, (entries) => entries.where('moderator_id', '=', moderatorId))
        .$if(commentId !== null, (entries) => entries.where('comment_id', '=', commentId));
      return (await query.orderBy('number', 'desc').limit(limit).execute()).map(toDecision);
    },
    async after(after, limit) {
      const query = all().where('number', '>', after).orderBy('number').limit(limit);
      return (await query.execute()).map(toDecision);
    },
  };
}

function toRow(decision: Decision): DecisionRow {
  return {
    number: decision.number,
    batch: decision.batch,
    comment_id: decision.commentId,
    moderator_id: decision.moderatorId,
    from_status: decision.from,
    to_status: decision.to,
    decided_before: decision.decidedBefore,
    decided_after: decision.decidedAfter,
    undoes: decision.undoes,
    rule: decision.rule,
    act: decision.act,
    at: decision.at,
    hash: decision.hash,
  };
}

function toDecision(row: DecisionRow): Decision {
  return {
    number: row.number,
    batch: row.batch,
    commentId: row.comment_id,
    moderatorId: row.moderator_id,
    from: row.from_status,
    to: row.to_status,
    decidedBefore: row.decided_before,
    decidedAfter: row.decided_after,
    undoes: row.undoes,
    rule: row.rule,
    act: row.act,
    at: row.at,
    hash: row.hash,
  };
}
