import type { Status } from './comment.ts';
import type { LogFilter } from './decision.ts';
import { type Change, createDecisionLog, type DecisionLogParts } from './decision-log.ts';
import { CommentsError } from './error.ts';
import { outcomesOf } from './outcome.ts';
import type { Cursor, Filter, Order, QueuePage, QueueStore, Selection } from './queue.ts';
import type { CommentStore, Standing } from './store.ts';
import { undone } from './undoing.ts';

/** What a moderator can do with a comment, and the lane it leads to. Each can be undone. */
export const lanes = { approve: 'approved', hold: 'pending', spam: 'spam', trash: 'trash' } as const satisfies Record<
  string,
  Status
>;
export type Action = keyof typeof lanes;
export const actions = Object.keys(lanes) as readonly Action[];

export interface Queue extends QueuePage {
  readonly counts: Readonly<Record<Status, number>>;
  /** How many match the filter in this lane; more than `mostCounted` are not counted. */
  readonly matching: number;
  /** Id of the newest that matches: what comes after it has not been seen here. Null: none does. */
  readonly newest: string | null;
  /** Number of the newest decision when this was read, and its moment in epoch milliseconds. */
  readonly decisions: number;
  readonly known: number;
}

export interface ModerationParts extends DecisionLogParts {
  readonly queue: QueueStore;
  readonly comments: Pick<CommentStore, 'byId'>;
}

/** What an act did: `batch` undoes it, null when there was nothing to do. */
export interface Done {
  readonly batch: string | null;
  readonly moved: number;
  /** Comments left as they were: they were there already, or somebody decided on them since. */
  readonly left: number;
  /** Some of those left, and where they stand. */
  readonly others: readonly Standing[];
  /** Whether there was more to choose than one act decides on. */
  readonly more: boolean;
}

export type Moderation = ReturnType<typeof createModeration>;

/** Comments one act decides on; more are left for the next. */
const mostAtOnce = 20_000;
/** A filter's matches are counted up to here. */
export const mostCounted = 10_000;
/** Comments that an act has left as they were, and that are told of one by one. */
export const mostOthers = 5;

/** The moderator's verbs. */
export function createModeration(parts: ModerationParts) {
  const { perPage, forget } = parts;
  const log = createDecisionLog(parts);

  /** A lane, or what matches in it, with the size of every lane. */
  async function queue(status: Status, filter: Filter, order: Order, after: Cursor | null): Promise<Queue> {
    const { number: decisions = 0, at: known = 0 } = (await parts.decisions.last()) ?? {};
    const page = await parts.queue.page(status, filter, { order, after, limit: perPage });
    const counts = await parts.queue.countByStatus();
    const matching = page.grouped ? counts[status] : await parts.queue.count(status, filter, mostCounted);
    const first = after === null && order === 'newest' ? page.items[0]?.comment : undefined;
    const [newest] = first ? [first] : await parts.queue.choose(status, { filter }, { upTo: null, most: 1 });
    return { ...page, counts, matching, newest: newest?.id ?? null, decisions, known };
  }

  /**
   * Carries the decision out for all that is selected at once, and writes it into the log. What its author has changed
   * after the page was made is not approved by it.
   * @throws CommentsError `invalid` when groups or matches are selected without the lane they were seen in.
   */
  async function decide(action: Action, selection: Selection, moderatorId: string): Promise<Done> {
    const status = lanes[action];
    const { lane = null, known = null } = selection;
    const done = await log.write(async ({ queue, edits }, at) => {
      const chosen = await choose(queue, selection);
      const there = chosen.filter((each) => each.status !== status && (lane === null || each.status === lane));
      const unseen = action === 'approve' && known !== null ? await edits.changedByAuthors(idsOf(there), known) : none;
      const moving = there.filter(({ id }) => !unseen.has(id));
      await queue.place(idsOf(moving), status, at);
      const changes = moving.map((before) => ({ before, after: { id: before.id, status, decidedAt: at } }));
      const moved = new Set(idsOf(moving));
      const others = chosen.filter(({ id }) => !moved.has(id));
      return { changes, moderatorId, undoes: null, act: null, others, more: chosen.length >= mostAtOnce };
    });
    return doneOf(done);
  }

  /**
   * Puts back what a batch changed, an undo among them, where it still stands so.
   * @throws CommentsError `not-found` when there is no such batch, `invalid` when it erased.
   */
  async function undo(batch: string, moderatorId: string): Promise<Done> {
    const done = await log.write((stores, at, as) => undone(stores, batch, { forget, moderatorId, at, batch: as }));
    return { ...doneOf(done), left: done.left };
  }

  const counts = () => parts.queue.countByStatus();
  const waiting = async (): Promise<number> => (await counts()).pending;
  const history = (before: number | null, filter: LogFilter) => log.page(before, filter);
  const outcomes = (ids: readonly string[]) => outcomesOf(ids.slice(0, mostOthers), parts);

  return { queue, decide, undo, log: history, outcomes, counts, waiting, verify: log.verify };
}

async function choose(queue: QueueStore, selection: Selection): Promise<readonly Standing[]> {
  const { lane = null, ids = [], clusters = [], matching = null, upTo = null } = selection;
  const bound = { upTo, most: mostAtOnce };
  const named = await queue.standingOf(ids);
  if (clusters.length === 0 && matching === null) return named;
  if (lane === null) throw new CommentsError('invalid', 'act.chooseLane');
  const groups = clusters.length > 0 ? await queue.choose(lane, { clusters }, bound) : [];
  const matches = matching ? await queue.choose(lane, { filter: matching }, bound) : [];
  return [...new Map([...named, ...groups, ...matches].map((each) => [each.id, each])).values()];
}

const none: ReadonlySet<string> = new Set();

const idsOf = (standings: readonly Standing[]): readonly string[] => standings.map(({ id }) => id);

function doneOf(done: {
  readonly batch: string | null;
  readonly changes: readonly Change[];
  readonly others: readonly Standing[];
  readonly more?: boolean;
}): Done {
  const { batch, changes, others, more = false } = done;
  return { batch, moved: changes.length, left: others.length, others: others.slice(0, mostOthers), more };
}
