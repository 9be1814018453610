import type { Request, RequestHandler, Response } from 'express';
import { CommentsError } from '../comments/error.ts';
import { type Action, actions, type Done, mostOthers } from '../comments/moderation.ts';
import type { Selection } from '../comments/queue.ts';
import { message } from '../messages/message.ts';
import { type ContestedParts, contested } from './contested.ts';
import { donePairs, sentence } from './done-view.ts';
import { isId } from './id.ts';
import { knownIn } from './known.ts';
import { translatorOf } from './language.ts';
import { logFilterOf, logPairsOf } from './log-filter.ts';
import { queryOf } from './pairs.ts';
import { askedOf, pairsOf } from './queue-filter.ts';
import { wantsJson } from './wants-json.ts';

/** What moderators do with the comments of the queue, as pages and, for the script, as JSON. */
export function decidingRoutes(parts: ContestedParts) {
  const { moderation } = parts;

  const decide: RequestHandler = async (req, res) => {
    const action = actions.find((known) => known === req.body?.action);
    if (!action) throw new CommentsError('invalid', 'act.chooseAct');
    await answer(req, res, action, await moderation.decide(action, selectionOf(req), res.locals.moderator.id));
  };

  const undo: RequestHandler = async (req, res) => {
    const batches = idsOf(req.body?.batch);
    const [batch, ...more] = batches.toSorted().toReversed();
    if (batch === undefined) throw new CommentsError('invalid', 'act.chooseUndo');
    // The newest first: an older one can be undone once what was decided after it is.
    let done = await moderation.undo(batch, res.locals.moderator.id);
    for (const each of more) done = both(done, await moderation.undo(each, res.locals.moderator.id));
    await answer(req, res, 'undo', done);
  };

  /** Back to where it was done, where what was done goes along to be told. */
  async function answer(req: Request, res: Response, act: Action | 'undo', done: Done): Promise<void> {
    if (!wantsJson(req)) return res.redirect(303, `${req.baseUrl}${placeOf(req, act, done)}`);
    const translator = translatorOf(res);
    const ids = done.others.map(({ id }) => id);
    const others = await contested(req, ids, act === 'undo' ? null : act, { ...parts, translator });
    const { moved, left, more, batch } = done;
    res.json({
      notice: sentence(act, done, translator.t),
      moved,
      left,
      more,
      batch,
      counts: await moderation.counts(),
      others,
    });
  }

  return { decide, undo };
}

/** Several undone at once are undone again from the log, each by itself. */
function both(one: Done, other: Done): Done {
  const others = [...one.others, ...other.others].slice(0, mostOthers);
  return {
    batch: null,
    moved: one.moved + other.moved,
    left: one.left + other.left,
    more: one.more || other.more,
    others,
  };
}

function placeOf(req: Request, act: Action | 'undo', done: Done): string {
  // The page of one comment.
  const id = String(req.body.status).replace(/^comments\//, '');
  if (isId(id)) return `/moderation/comments/${id}?${queryOf(donePairs(act, done))}`;
  const [path, kept] =
    req.body.status === 'log'
      ? ['/moderation/log', logPairsOf(logFilterOf(req.body))]
      : ['/moderation', pairsOf({ ...askedOf(req.body), status: askedOf(req.body).status ?? 'pending' })];
  return `${path}?${queryOf([...kept, ...donePairs(act, done)])}`;
}

/** Most ids one request may name. */
const mostIds = 1_000;

/**
 * What is chosen stands in the lane that the form was shown in, and was there to be seen by then. `anyway` is said by
 * those who know that somebody has decided since.
 */
function selectionOf(req: Request): Selection {
  const { status, filter, problem } = askedOf(req.body);
  const matching = req.body.matching === '1';
  // Left out, what was not understood would let more be meant than was.
  if (matching && problem) throw new CommentsError('invalid', problem);
  const [ids, clusters] = [idsOf(req.body.ids), idsOf(req.body.clusters)];
  if (ids.length + clusters.length === 0 && !matching) throw new CommentsError('invalid', 'act.chooseComments');
  const anyway = req.body.anyway === '1';
  return {
    lane: anyway || req.body.status === undefined ? null : status,
    ids,
    clusters,
    matching: matching ? filter : null,
    upTo: isId(req.body.upTo) ? req.body.upTo : null,
    known: anyway ? null : knownIn(req),
  };
}

function idsOf(field: unknown): readonly string[] {
  const ids: readonly unknown[] = [field].flat();
  if (ids.length > mostIds) throw new CommentsError('invalid', message('act.atMost', { most: mostIds }));
  return ids.filter(isId);
}
