import type { RequestHandler } from 'express';
import type { AskedErasure, ErasureRequests } from '../comments/erasure-request.ts';
import { CommentsError } from '../comments/error.ts';
import type { Translator } from '../messages/translator.ts';
import { doneNotice } from './done-notice.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/erasures.ejs: what authors asked to have erased. */
export interface ErasuresView {
  readonly action: string;
  readonly notice: string | null;
  readonly rows: readonly {
    readonly id: string;
    readonly what: string;
    readonly at: TimeView;
    /** The comment by whose private link it was asked. */
    readonly commentUrl: string;
    /** Shows all that would go, and asks again; null where nothing is left. */
    readonly eraseUrl: string | null;
    readonly more: boolean;
  }[];
}

export interface ErasuresPageParts {
  readonly erasureRequests: ErasureRequests;
  readonly show: ShowPage;
  readonly now: () => number;
}

/** Requests of authors, for owners: each leads to the page that erases. */
export function erasuresRoutes({ erasureRequests, show, now }: ErasuresPageParts) {
  const page: RequestHandler = async (req, res) => {
    const base = `${req.baseUrl}/moderation`;
    const translator = translatorOf(res);
    const notice = doneNotice(req, notices, translator);
    const rows = (await erasureRequests.open()).map(({ request, ids, more }) => ({
      id: request.id,
      what: whatOf(request, ids.length, more, translator),
      at: momentView(request.askedAt, now(), translator),
      commentUrl: `${base}/comments/${request.commentId}`,
      eraseUrl: ids.length > 0 ? `${base}/erase?${ids.map((id) => `ids=${id}`).join('&')}` : null,
      more,
    }));
    const fields: ErasuresView = { action: `${base}/erasures`, notice, rows };
    show(req, res, { view: 'moderation/erasures', title: translator.t('erasures.title') }, fields);
  };

  const settle: RequestHandler = async (req, res) => {
    const state = (['done', 'declined'] as const).find((known) => known === req.body?.act);
    if (!state) throw new CommentsError('invalid', 'erasures.which');
    await erasureRequests.settle(String(req.body?.id), state);
    res.redirect(303, `${req.baseUrl}/moderation/erasures?done=${state}`);
  };

  return { page, settle };
}

const notices = { done: 'erasures.markedDone', declined: 'erasures.declined' } as const;

function whatOf({ email }: AskedErasure['request'], count: number, more: boolean, { t }: Translator): string {
  if (email === null) return t('erasures.one');
  return t(more ? 'erasures.everythingMore' : 'erasures.everything', { address: email, count });
}
