import type { Challenge } from '../../src/captcha/challenge.ts';
import type { Comment } from '../../src/comments/comment.ts';
import type { Moderator } from '../../src/comments/moderator.ts';
import type { SignedInVisit } from '../../src/comments/signed-in-visit.ts';
import type { Thread } from '../../src/comments/thread.ts';

export const thread: Thread = { key: 'tides', url: '/articles/tides', title: 'Tides' };

/** Ids that sort by `number`, in the shape of the real ones. */
export function idOf(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Comment number `number`: a pending root unless told otherwise. */
export function aComment(number: number, fields: Partial<Comment> = {}): Comment {
  const id = idOf(number);
  return {
    id,
    threadKey: thread.key,
    parentId: null,
    rootId: fields.parentId ?? id,
    status: 'pending',
    reason: null,
    author: { name: 'Ann', email: null, website: null },
    body: `Comment ${number}`,
    html: `<p>Comment ${number}</p>`,
    markupVersion: 1,
    submissionId: `submission-${number}`,
    visitor: 'visitor-of-ann',
    address: null,
    fingerprint: null,
    authorKey: null,
    rule: null,
    network: null,
    language: null,
    cluster: id,
    spamScore: null,
    moderatorId: null,
    decidedAt: null,
    editedAt: null,
    editedByAuthor: false,
    erasedAt: null,
    createdAt: 1_700_000_000_000 + number,
    thinkSeconds: null,
    ...fields,
  };
}

export function aChallenge(id: string, fields: Partial<Challenge> = {}): Challenge {
  return {
    id,
    session: 'session-of-ann',
    purpose: 'comment:tides',
    prompt: [
      { kind: 'number', text: 'four' },
      { kind: 'operator', glyph: '−', word: 'minus' },
      { kind: 'number', text: '4' },
      { kind: 'equals' },
    ],
    answer: 0,
    language: 'en',
    issuedAt: 1_700_000_000_000,
    firstIssuedAt: 1_699_999_999_000,
    expiresAt: 1_700_086_400_000,
    hurried: false,
    ...fields,
  };
}

export function aModerator(email: string, id = `id-of-${email}`, fields: Partial<Moderator> = {}): Moderator {
  return {
    id,
    email,
    name: 'Ann Moderator',
    role: 'owner',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    createdAt: 1_700_000_000_000,
    seenAt: null,
    disabledAt: null,
    secondFactor: null,
    mail: 'daily',
    language: 'de',
    ...fields,
  };
}

/** A visit of the moderator whose address is `email`, begun and seen at 1,000. */
export function aVisit(id: string, email: string, fields: Partial<SignedInVisit> = {}): SignedInVisit {
  const times = { createdAt: 1_000, seenAt: 1_000 };
  return { id, moderatorId: `id-of-${email}`, half: false, device: 'Firefox on Linux', ...times, ...fields };
}
