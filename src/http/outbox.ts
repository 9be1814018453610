import type { RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import type { Entry, Occasion, OutboxStore } from '../comments/outbox.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/outbox.ejs */
export interface OutboxView {
  readonly action: string;
  readonly notice: string | null;
  readonly rows: readonly {
    readonly id: string;
    readonly what: string;
    readonly since: TimeView;
    readonly failed: TimeView;
    readonly attempts: number;
    readonly error: string;
  }[];
}

export interface OutboxPageParts {
  readonly outbox: Pick<OutboxStore, 'failed' | 'retry' | 'discard'>;
  readonly show: ShowPage;
  readonly now: () => number;
}

/** Failures shown on the page. */
const mostShown = 100;

/** Notifications that were given up. */
export function outboxRoutes({ outbox, show, now }: OutboxPageParts) {
  const page: RequestHandler = async (req, res) => {
    const failed = await outbox.failed(mostShown);
    const fields: OutboxView = {
      action: `${req.baseUrl}/moderation/outbox`,
      notice: Object.entries(notices).find(([known]) => known === req.query.done)?.[1] ?? null,
      rows: failed.map((entry) => rowOf(entry, now())),
    };
    show(req, res, { view: 'moderation/outbox', title: 'Outbox · Moderation' }, fields);
  };

  const act: RequestHandler = async (req, res) => {
    const id = typeof req.body?.id === 'string' ? req.body.id : '';
    const retrying = req.body?.act === 'retry';
    const done = retrying ? await outbox.retry(id, now()) : req.body?.act === 'discard' && (await outbox.discard(id));
    if (!done) throw new CommentsError('not-found', 'There is no such notification: somebody else has seen to it.');
    res.redirect(303, `${req.baseUrl}/moderation/outbox?done=${retrying ? 'retry' : 'discard'}`);
  };

  return { page, act };
}

const notices = { retry: 'It will be tried again now.', discard: 'It is forgotten.' } as const;

const occasionsInWords: Readonly<Record<Occasion, string>> = {
  held: 'A held reply',
  approved: 'A published reply',
  reply: 'An answer to a reply',
  follow: 'A new reply, to a follower',
  digest: 'What waits, to a moderator',
  confirm: 'A question to confirm an address',
};

function rowOf({ id, channel, occasion, createdAt, failedAt, attempts, error }: Entry, now: number) {
  const by = channel === 'webhook' ? 'by webhook' : 'by e-mail';
  return {
    id,
    what: `${occasionsInWords[occasion]}, ${by}`,
    since: momentView(createdAt, now),
    failed: momentView(failedAt ?? createdAt, now),
    attempts,
    error: error ?? '',
  };
}
