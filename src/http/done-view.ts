import type { Request } from 'express';
import { type Action, actions, type Done } from '../comments/moderation.ts';
import { isId } from './id.ts';
import type { Pair } from './pairs.ts';
import { doneWords } from './verbs.ts';

/** What the last act did, in a sentence, and how to undo it. */
export interface DoneView {
  readonly notice: string | null;
  readonly undo: { readonly action: string; readonly batch: string } | null;
}

type Act = Action | 'undo';

/** What is done on the page of one comment, or for good: how many entries of the log came of it says what else it did. */
const told = {
  reply: [
    'Your reply is published already.',
    'Your reply is published.',
    'The comment is approved and your reply published.',
  ],
  edit: [
    'Nothing to change: that is its text already.',
    'The text is changed. Readers see that a moderator edited it.',
  ],
  erase: ['Nothing to erase: it was gone already.', '1 comment erased for good.'],
} as const;

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
export function doneView(req: Request): DoneView {
  const { batch } = req.query;
  const act = actIn(req);
  const other = (['reply', 'edit', 'erase'] as const).find((each) => each === req.query.done);
  const [moved, left] = [numberOf(req.query.moved), numberOf(req.query.left)];
  if (moved === null) return { notice: null, undo: null };
  const undo =
    isId(batch) && moved > 0 && other !== 'erase' ? { action: `${req.baseUrl}/moderation/undo`, batch } : null;
  if (other) return { notice: told[other][moved] ?? `${count.format(moved)} comments erased for good.`, undo };
  if (act === null) return { notice: null, undo: null };
  return { notice: sentence(act, { moved, left: left ?? 0, more: req.query.more === '1' }), undo };
}

/** What the last act was, or null. */
export const actIn = (req: Request): Act | null =>
  ([...actions, 'undo'] as const).find((each) => each === req.query.done) ?? null;

/** "2 comments approved. 1 was otherwise already, and left as it is." */
export function sentence(act: Act, { moved, left, more }: Pick<Done, 'moved' | 'left' | 'more'>): string {
  const was = act === 'undo' && moved !== 1 ? 'put back where they were' : doneWords[act];
  const rest = act === 'undo' ? 'was decided on since, and left as it is' : 'had been decided already, and was left';
  if (moved === 0)
    return act === 'undo'
      ? 'Nothing was put back: it was decided on since.'
      : 'Nothing to do: that had been decided already.';
  const first = `${count.format(moved)} ${moved === 1 ? 'comment' : 'comments'} ${was}.`;
  const second = left > 0 ? ` ${count.format(left)} ${left === 1 ? rest : plural(rest)}.` : '';
  return `${first}${second}${more ? ' There are more: do it again for the rest.' : ''}`;
}

const plural = (words: string): string => words.replaceAll('was', 'were').replace('it is', 'they are');

const count = new Intl.NumberFormat('en');

const numberOf = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null;
