import type { Request, RequestHandler } from 'express';
import type { ArticleSource } from '../articles/article.ts';
import { type Status, statuses } from '../comments/comment.ts';
import { CommentsError } from '../comments/error.ts';
import type { Learning } from '../comments/learning/filter.ts';
import { mostCounted, type Queue } from '../comments/moderation.ts';
import { isFiltered } from '../comments/queue.ts';
import { type ContestedParts, contested, othersIn } from './contested.ts';
import { actIn, doneView } from './done-view.ts';
import type { ShowPage } from './pages.ts';
import { fieldsOf, queryOf } from './pairs.ts';
import { type Asked, askedOf, pairsOf } from './queue-filter.ts';
import { rowView } from './queue-rows.ts';
import type { QueueView } from './queue-view.ts';
import { filterView } from './search-view.ts';
import { actionsIn, laneLabels } from './verbs.ts';

export interface QueuePageParts extends ContestedParts {
  readonly articles: Pick<ArticleSource, 'list'>;
  readonly learning: Pick<Learning, 'explain'>;
  readonly show: ShowPage;
}

/** A lane of the queue, or what matches in it. */
export function queuePage(parts: QueuePageParts): RequestHandler {
  const { moderation, articles, learning, show, now } = parts;
  return async (req, res) => {
    const asked = askedOf(req.query);
    const { status, filter, order, after } = asked;
    if (!status)
      throw new CommentsError('not-found', 'There is no such lane. Choose pending, approved, spam or trash.');
    const queue = await moderation.queue(status, filter, order, after);
    const opinions = await learning.explain(queue.items.map(({ comment }) => comment));
    const act = actIn(req);
    const fields: QueueView = {
      ...laneView(req, asked, status, queue),
      ...doneView(req),
      rows: queue.items.map((item) =>
        rowView(item, { base: req.baseUrl, asked, status, grouped: queue.grouped, opinions, now: now() }),
      ),
      filter: filterView(asked, `${req.baseUrl}/moderation`, articles.list()),
      others: await contested(req, othersIn(req), act === 'undo' ? null : act, parts),
      problem: asked.problem,
    };
    const title = isFiltered(filter) ? `${laneLabels[status]}, filtered` : laneLabels[status];
    show(req, res, { view: 'moderation/queue', title: `${title} · Moderation` }, fields);
  };
}

type LaneView = Omit<QueueView, 'rows' | 'filter' | 'others' | 'problem' | 'notice' | 'undo'>;

function laneView(req: Request, asked: Asked, status: Status, queue: Queue): LaneView {
  const { filter, order, after } = asked;
  const action = `${req.baseUrl}/moderation`;
  const url = (changed: Partial<Asked>): string =>
    `${action}?${queryOf(pairsOf({ status, filter, order, ...changed }))}`;
  const many = queue.matching >= mostCounted && isFiltered(filter);
  return {
    status,
    lanes: statuses.map((lane) => ({
      status: lane,
      label: laneLabels[lane],
      count: queue.counts[lane],
      // Another lane is another list: a group that was chosen here need not be there.
      url: url({ status: lane, filter: { ...filter, cluster: null } }),
    })),
    actions: actionsIn(status),
    action,
    kept: fieldsOf(pairsOf({ status, filter, order, after })),
    upTo: queue.newest,
    matching: `${count.format(queue.matching)}${many ? ' or more' : ''}`,
    here: url({}),
    first: after ? url({}) : null,
    next: queue.next && url({ after: queue.next }),
    events: `${action}/events?after=${queue.decisions}`,
  };
}

const count = new Intl.NumberFormat('en');
