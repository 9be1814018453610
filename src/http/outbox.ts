import type { RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import type { Entry, Occasion, OutboxStore } from '../comments/outbox.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { doneNotice } from './done-notice.ts';
import { translatorOf } from './language.ts';
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
    /** How often it was tried. */
    readonly tried: string;
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
    const translator = translatorOf(res);
    const failed = await outbox.failed(mostShown);
    const fields: OutboxView = {
      action: `${req.baseUrl}/moderation/outbox`,
      notice: doneNotice(req, notices, translator),
      rows: failed.map((entry) => rowOf(entry, now(), translator)),
    };
    show(req, res, { view: 'moderation/outbox', title: translator.t('outbox.title') }, fields);
  };

  const act: RequestHandler = async (req, res) => {
    const id = typeof req.body?.id === 'string' ? req.body.id : '';
    const retrying = req.body?.act === 'retry';
    const done = retrying ? await outbox.retry(id, now()) : req.body?.act === 'discard' && (await outbox.discard(id));
    if (!done) throw new CommentsError('not-found', 'outbox.gone');
    res.redirect(303, `${req.baseUrl}/moderation/outbox?done=${retrying ? 'retry' : 'discard'}`);
  };

  return { page, act };
}

const notices = { retry: 'outbox.retried', discard: 'outbox.discarded' } as const;

const occasions: Readonly<Record<Occasion, MessageKey>> = {
  held: 'outbox.held',
  approved: 'outbox.approved',
  reply: 'outbox.reply',
  follow: 'outbox.follow',
  digest: 'outbox.digest',
  confirm: 'outbox.confirm',
  receipt: 'outbox.receipt',
};

function rowOf(entry: Entry, now: number, translator: Translator) {
  const { id, channel, occasion, createdAt, failedAt, attempts, error } = entry;
  return {
    id,
    what: translator.t(occasions[occasion], { channel }),
    since: momentView(createdAt, now, translator),
    failed: momentView(failedAt ?? createdAt, now, translator),
    tried: translator.t('outbox.tried', { count: attempts }),
    error: error ?? '',
  };
}
