import type { Request, RequestHandler } from 'express';
import type { ArticleSource } from '../articles/article.ts';
import { type Status, statuses } from '../comments/comment.ts';
import { CommentsError } from '../comments/error.ts';
import type { Learning } from '../comments/learning/filter.ts';
import { mostCounted, type Queue } from '../comments/moderation.ts';
import { isFiltered } from '../comments/queue.ts';
import type { Translator } from '../messages/translator.ts';
import { type ContestedParts, contested, othersIn } from './contested.ts';
import { actIn, doneView } from './done-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { fieldsOf, queryOf } from './pairs.ts';
import { pluralForms } from './plural-forms.ts';
import { allView } from './queue-all.ts';
import { type Asked, askedOf, pairsOf } from './queue-filter.ts';
import { rowView } from './queue-rows.ts';
import type { QueueView } from './queue-view.ts';
import { filterView } from './search-view.ts';
import { actionsIn, laneKeys } from './verbs.ts';

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
    if (!status) throw new CommentsError('not-found', 'queue.noLane');
    const translator = translatorOf(res);
    const { t } = translator;
    const queue = await moderation.queue(status, filter, order, after);
    const opinions = await learning.explain(queue.items.map(({ comment }) => comment));
    const act = actIn(req);
    const fields: QueueView = {
      ...laneView(req, asked, status, queue, translator),
      ...doneView(req, t),
      rows: queue.items.map((item) =>
        rowView(item, { base: req.baseUrl, asked, status, grouped: queue.grouped, opinions, now: now(), translator }),
      ),
      filter: filterView(asked, `${req.baseUrl}/moderation`, articles.list(), t),
      others: await contested(req, othersIn(req), act === 'undo' ? null : act, { ...parts, translator }),
      problem: asked.problem && t(asked.problem),
    };
    const title = t(isFiltered(filter) ? 'queue.titleFiltered' : 'queue.title', { lane: t(laneKeys[status]) });
    show(req, res, { view: 'moderation/queue', title }, fields);
  };
}

type LaneView = Omit<QueueView, 'rows' | 'filter' | 'others' | 'problem' | 'notice' | 'undo'>;

function laneView(req: Request, asked: Asked, status: Status, queue: Queue, translator: Translator): LaneView {
  const { filter, order, after } = asked;
  const action = `${req.baseUrl}/moderation`;
  const url = (changed: Partial<Asked>): string =>
    `${action}?${queryOf(pairsOf({ status, filter, order, ...changed }))}`;
  const filtered = isFiltered(filter);
  const many = queue.matching >= mostCounted && filtered;
  return {
    status,
    lanes: statuses.map((lane) => ({
      status: lane,
      label: translator.t(laneKeys[lane]),
      count: queue.counts[lane],
      // Another lane is another list: a group that was chosen here need not be there.
      url: url({ status: lane, filter: { ...filter, cluster: null } }),
    })),
    actions: actionsIn(status, translator),
    action,
    kept: fieldsOf([...pairsOf({ status, filter, order, after }), ['known', String(queue.known)]]),
    upTo: queue.newest,
    all: allView(status, { count: queue.matching, many, filtered }, translator.t),
    selected: pluralForms('queue.selectedCount', translator),
    here: url({}),
    first: after ? url({}) : null,
    next: queue.next && url({ after: queue.next }),
    events: `${action}/events?after=${queue.decisions}`,
  };
}
