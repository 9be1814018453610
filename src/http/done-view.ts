import type { Request } from 'express';
import { type Action, actions, type Done } from '../comments/moderation.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';
import { isId } from './id.ts';
import type { Pair } from './pairs.ts';
import { doneKeys } from './verbs.ts';

/** What the last act did, in a sentence, and how to undo it. */
export interface DoneView {
  readonly notice: string | null;
  readonly undo: { readonly action: string; readonly batch: string } | null;
}

type Act = Action | 'undo';

/** What is done on the page of one comment, or for good: how many entries of the log came of it says what else it did. */
const told: Readonly<Record<'reply' | 'edit' | 'explain' | 'erase', readonly MessageKey[]>> = {
  reply: ['desk.repliedBefore', 'desk.replied', 'desk.repliedApproved'],
  edit: ['desk.editedBefore', 'desk.edited'],
  explain: ['explain.before', 'explain.done'],
  erase: ['erase.before'],
};

/** For the address that an act leads to. */
export function donePairs(act: Act, { moved, left, batch, more, others }: Done): readonly Pair[] {
  return [
    ['done', act],
    ['moved', String(moved)],
    ['left', String(left)],
    ...(batch === null ? [] : [['batch', batch] as const]),
    ...(more ? [['more', '1'] as const] : []),
    ...others.map(({ id }) => ['other', id] as const),
  ];
}

/** From the address that the act has led to: nothing in it is trusted but numbers and ids. */
export function doneView(req: Request, t: Translate): DoneView {
  const { batch } = req.query;
  const act = actIn(req);
  const other = (['reply', 'edit', 'explain', 'erase'] as const).find((each) => each === req.query.done);
  const [moved, left] = [numberOf(req.query.moved), numberOf(req.query.left)];
  if (moved === null) return { notice: null, undo: null };
  const undo =
    isId(batch) && moved > 0 && other !== 'erase' && other !== 'explain'
      ? { action: `${req.baseUrl}/moderation/undo`, batch }
      : null;
  if (other) {
    const said = told[other][moved] ?? (other === 'erase' ? 'erase.done' : null);
    return { notice: said && t(said, { count: moved }), undo: said && undo };
  }
  if (act === null) return { notice: null, undo: null };
  return { notice: sentence(act, { moved, left: left ?? 0, more: req.query.more === '1' }, t), undo };
}

/** What the last act was, or null. */
export const actIn = (req: Request): Act | null =>
  ([...actions, 'undo'] as const).find((each) => each === req.query.done) ?? null;

/** "2 comments approved. 1 had been decided already, and was left." */
export function sentence(act: Act, { moved, left, more }: Pick<Done, 'moved' | 'left' | 'more'>, t: Translate): string {
  if (moved === 0) return t(act === 'undo' ? 'act.nothingUndone' : 'act.nothingDone');
  return [
    t(doneKeys[act], { count: moved }),
    ...(left > 0 ? [t(act === 'undo' ? 'act.leftSince' : 'act.left', { count: left })] : []),
    ...(more ? [t('act.more')] : []),
  ].join(' ');
}

const numberOf = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null;
