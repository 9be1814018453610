import type { Request } from 'express';
import { type Action, actions } from '../comments/moderation.ts';
import { isId } from './id.ts';

const done: Record<Action | 'undo', string> = {
  approve: 'approved',
  hold: 'held again',
  spam: 'marked as spam',
  trash: 'moved to the trash',
  undo: 'put back where it was',
};

/** What the last act did, in a sentence, and how to undo it. */
export interface DoneView {
  readonly notice: string | null;
  readonly undo: { readonly action: string; readonly batch: string } | null;
}

/** From the address that the act has led to: nothing in it is trusted but numbers and ids. */
export function doneView(req: Request): DoneView {
  const { done: act, batch } = req.query;
  const known = ([...actions, 'undo'] as const).find((each) => each === act);
  const [moved, left] = [numberOf(req.query.moved), numberOf(req.query.left)];
  if (!known || moved === null) return { notice: null, undo: null };
  const undo = isId(batch) && moved > 0 ? { action: `${req.baseUrl}/moderation/undo`, batch } : null;
  return { notice: sentence(known, moved, left ?? 0), undo };
}

function sentence(act: Action | 'undo', moved: number, left: number): string {
  const was = act === 'undo' && moved !== 1 ? 'put back where they were' : done[act];
  const rest = act === 'undo' ? 'was decided on since, and left as it is' : 'was there already';
  if (moved === 0)
    return act === 'undo'
      ? 'Nothing was put back: it was decided on since.'
      : 'Nothing to do: that had been decided already.';
  const first = `${moved} ${moved === 1 ? 'comment' : 'comments'} ${was}.`;
  return left > 0
    ? `${first} ${left} ${left === 1 ? rest : rest.replaceAll('was', 'were').replace('it is', 'they are')}.`
    : first;
}

const numberOf = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : null;
