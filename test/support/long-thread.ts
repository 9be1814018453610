import type { Comment } from '../../src/comments/comment.ts';
import type { Thread } from '../../src/comments/thread.ts';
import type { Store } from '../../src/store/store.ts';
import { aComment, idOf } from '../store/samples.ts';

/** Stores `count` approved comments, two of five on the article itself; one branch is very long, and one very deep. */
export async function writeLongThread(store: Store, thread: Thread, count: number): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  for (let number = 0; number < count; number += 1) {
    const parent = parentOf(number, comments);
    const place = { parentId: parent?.id ?? null, rootId: parent?.rootId ?? idOf(number) };
    comments.push(aComment(number, { ...place, threadKey: thread.key, status: 'approved' }));
  }
  await store.transaction(async (stores) => {
    for (const comment of comments) await stores.comments.add(comment, thread);
  });
  return comments;
}

function parentOf(number: number, comments: readonly Comment[]): Comment | undefined {
  if (number === 0 || number % 5 < 2) return undefined;
  if (number % 5 === 2) return comments[0];
  if (number % 50 === 3) return comments[number - 50];
  return comments[(number * 7919) % number];
}
