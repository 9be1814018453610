import { describe, expect, test } from '@jest/globals';
import type { Follower } from '../../src/comments/follower.ts';
import { approvedEntries, heldEntries, newsEntries } from '../../src/comments/notification.ts';
import { waitAfter } from '../../src/comments/outbox.ts';
import { aComment, aModerator, idOf } from '../store/samples.ts';

const now = Date.UTC(2022, 0, 14, 9, 30);
const stamp = () => {
  let made = 0;
  return { now, newId: () => idOf(++made) };
};

describe('what happened', () => {
  const news = (status: 'pending' | 'approved' | 'spam' | 'trash', ...transports: ('email' | 'webhook')[]) =>
    newsEntries({ id: 'c', threadKey: 'tides', status, graceMs: 5 }, transports, stamp()).map(
      ({ channel, occasion, lane, dueAt }) => [channel, occasion, lane, dueAt - now],
    );

  test('is one entry a transport: mail may wait, the webhook keeps the order of the thread', () => {
    expect(news('pending', 'email', 'webhook')).toEqual([
      ['spread', 'held', null, 5],
      ['webhook', 'held', 'tides', 0],
    ]);
    expect(news('approved', 'webhook')).toEqual([['webhook', 'approved', 'tides', 0]]);
  });

  test('is told of spam and trash to nobody, and without transports nothing is', () => {
    expect([news('spam', 'email', 'webhook'), news('trash', 'email'), news('approved')]).toEqual([[], [], []]);
  });
});

test('a held comment is for each moderator as they chose, and not for the disabled', () => {
  const moderators = [
    aModerator('never@example.org', 'never', { mail: 'never' }),
    aModerator('each@example.org', 'each', { mail: 'each' }),
    aModerator('hourly@example.org', 'hourly', { mail: 'hourly' }),
    aModerator('daily@example.org', 'daily', { mail: 'daily' }),
    aModerator('gone@example.org', 'gone', { mail: 'each', disabledAt: 1 }),
  ];
  const entries = heldEntries({ id: 'c' }, moderators, stamp());
  expect(entries.map(({ recipient, occasion, about, dueAt }) => [recipient, occasion, about, dueAt])).toEqual([
    ['each', 'held', 'c', now],
    ['hourly', 'digest', String(Date.UTC(2022, 0, 14, 10)), Date.UTC(2022, 0, 14, 10)],
    ['daily', 'digest', String(Date.UTC(2022, 0, 15)), Date.UTC(2022, 0, 15)],
  ]);
});

describe('an approved comment', () => {
  const follower = (id: string, email: string, commentId: string | null): Follower => ({
    ...{ id, email, commentId, threadKey: 'tides', origin: 'o', confirmHash: id, stopHash: id },
    ...{ createdAt: 0, confirmedAt: 0, language: null },
  });
  const author = { name: 'Ann', email: 'Ann@Example.org', website: null };
  const comment = aComment(2, { parentId: idOf(1), author, rule: 'first-comment' });
  const told = (rule: string | null, ...followers: readonly Follower[]) =>
    approvedEntries({ ...comment, rule }, followers, new Set(), stamp()).map((each) => [each.recipient, each.occasion]);

  test('is for its author, for whom it answers, and for followers, each address once and by the best reason', () => {
    const followers = [
      follower('thread-of-bo', 'bo@example.org', null),
      follower('thread-of-cleo', 'cleo@example.org', null),
      follower('answered', 'bo@example.org', idOf(1)),
      follower('own', 'ann@example.org', idOf(2)),
      follower('thread-of-ann', 'ann@example.org', null),
    ];
    expect(told('first-comment', ...followers)).toEqual([
      ['own', 'approved'],
      ['answered', 'reply'],
      ['thread-of-cleo', 'follow'],
    ]);
  });

  test('that was published at once is no news to its author', () => {
    expect(told(null, follower('own', 'ann@example.org', idOf(2)), follower('all', 'ann@example.org', null))).toEqual(
      [],
    );
  });
});

test('what does not go out is tried for a day and a half', () => {
  const waits: number[] = [];
  for (let wait = waitAfter(1); wait !== null; wait = waitAfter(waits.length + 1)) waits.push(wait / 60_000);
  expect(waits.slice(0, 4)).toEqual([0.5, 1, 2, 4]);
  expect([waits.length, Math.max(...waits)]).toEqual([15, 360]);
  expect(waits.reduce((sum, wait) => sum + wait) / 60).toBeCloseTo(38.5, 0);
});
