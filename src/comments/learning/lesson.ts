import type { Comment } from '../comment.ts';
import type { Counts } from './bayes.ts';
import { type Example, everything, type Kind, type LearningStore } from './learning.ts';

type Read = (comment: Comment) => readonly string[];

/**
 * Makes what is learned from these comments agree with how a moderator has left them: nothing changes where it does
 * already, so reading a decision twice, or after a later one, does no harm. Inside a transaction that is alone.
 */
export async function settle(store: LearningStore, ids: readonly string[], read: Read, at: number): Promise<void> {
  const { since } = await store.progress();
  await change(store, await store.examples(ids), (example) => kindOf(example, since), read, at);
}

/** Takes back whatever was learned from these comments, while their text is still there. */
export async function unlearn(store: LearningStore, ids: readonly string[], read: Read, at: number): Promise<void> {
  await change(store, await store.examples(ids), () => null, read, at);
}

/** Only what a moderator decided on a visitor teaches: a filter that learned from what it held would believe itself. */
function kindOf({ comment, decidedAt }: Example, since: number): Kind | null {
  const { status, erasedAt, moderatorId, editedAt, editedByAuthor } = comment;
  if (decidedAt === null || decidedAt <= since || erasedAt !== null || moderatorId !== null) return null;
  // The words that were decided on are gone.
  if (editedByAuthor && editedAt !== null && editedAt >= decidedAt) return null;
  return status === 'spam' ? 'spam' : status === 'approved' ? 'honest' : null;
}

async function change(
  store: LearningStore,
  examples: readonly Example[],
  become: (example: Example) => Kind | null,
  read: Read,
  at: number,
): Promise<void> {
  const changing = examples.filter((example) => become(example) !== example.learned);
  if (changing.length === 0) return;
  const differences = new Map<string, Counts>();
  for (const example of changing) {
    const tokens = [everything, ...read(example.comment)];
    count(differences, tokens, example.learned, -1);
    count(differences, tokens, become(example), 1);
  }
  await store.add(differences, at);
  for (const kind of ['spam', 'honest', null] as const) {
    const ids = changing.filter((example) => become(example) === kind).map(({ comment }) => comment.id);
    if (ids.length > 0) await store.mark(ids, kind);
  }
}

function count(differences: Map<string, Counts>, tokens: readonly string[], kind: Kind | null, by: number): void {
  if (kind === null) return;
  for (const token of tokens) {
    const before = differences.get(token) ?? { spam: 0, honest: 0 };
    differences.set(token, { ...before, [kind]: before[kind] + by });
  }
}
