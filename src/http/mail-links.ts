import type { Request, RequestHandler, Response } from 'express';
import type { Following } from '../comments/following.ts';
import type { MailDecisions } from '../comments/mail-decisions.ts';
import type { MailLink } from '../comments/mail-link.ts';
import { sayReason } from '../comments/reason.ts';
import type { MessageKey } from '../messages/message.ts';
import type { AskedView } from './asked-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';

export interface MailLinkParts {
  readonly following: Following;
  readonly mailDecisions: MailDecisions;
  readonly show: ShowPage;
}

/** Links in mails: mail programs open them by themselves, so reading shows a page and only its button acts. */
export function mailLinkRoutes({ following, mailDecisions, show }: MailLinkParts) {
  const confirmPage: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    const { follower, thread } = await following.toConfirm(token);
    const { t } = translatorOf(res);
    ask(req, res, 'confirm', {
      heading: t('follow.wanted'),
      words: [t('follow.wouldBeSent', { title: thread.title, email: follower.email })],
      form: { token, buttons: [{ name: 'act', value: 'confirm', label: t('mail.confirm') }] },
    });
  };

  const confirm: RequestHandler = async (req, res) => {
    const { follower, thread } = await following.confirm(tokenOf(req));
    const { t } = translatorOf(res);
    const words = [t('follow.willBeSent', { title: thread.title, email: follower.email })];
    const next = { url: `${req.baseUrl}${thread.url}`, label: t('follow.back', { title: thread.title }) };
    ask(req, res, 'confirm', { heading: t('follow.settled'), words, next });
  };

  const stopPage: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    const { follower, thread } = await following.toStop(token);
    const { t } = translatorOf(res);
    const buttons = [
      { name: 'act', value: 'stop', label: t('mail.stop') },
      { name: 'act', value: 'all', label: t('follow.stopAll') },
    ];
    const words = [t('follow.areSent', { title: thread.title, email: follower.email })];
    ask(req, res, 'stop', { heading: t('follow.unwanted'), words, form: { token, buttons } });
  };

  /** The mail program's one click comes here too (RFC 8058), perhaps more than once: stopped is stopped. */
  const stop: RequestHandler = async (req, res) => {
    const all = req.body?.act === 'all';
    await following.stop(tokenOf(req), all);
    const { t } = translatorOf(res);
    ask(req, res, 'stop', { heading: t('follow.settled'), words: [t(all ? 'follow.allStopped' : 'follow.stopped')] });
  };

  const decidePage: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    const { action, comment, thread, moderator } = await mailDecisions.offered(token);
    const { t } = translatorOf(res);
    const { question, button } = decisions[action];
    ask(req, res, 'decide', {
      heading: t(question),
      words: [t('follow.writtenTo', { title: thread.title, email: moderator })],
      comment: {
        name: comment.author.name,
        html: comment.html,
        reason: comment.reason && sayReason(comment.reason, t),
      },
      form: {
        token,
        seen: String(comment.editedAt ?? ''),
        buttons: [{ name: 'act', value: action, label: t(button) }],
      },
    });
  };

  const decide: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    const seen = /^\d{1,15}$/.test(String(req.body?.seen)) ? Number(req.body.seen) : null;
    const done = await mailDecisions.decide(token, seen);
    // Its author has changed it meanwhile: the same is asked of what it says now.
    if (!done) return res.redirect(303, `${req.baseUrl}/mail/decide?token=${encodeURIComponent(token)}`);
    const { action } = done;
    const { t } = translatorOf(res);
    const next = { url: `${req.baseUrl}/moderation`, label: t('mail.queue') };
    ask(req, res, 'decide', { heading: t('follow.settled'), words: [t(decisions[action].done)], next });
  };

  function ask(req: Request, res: Response, page: 'confirm' | 'stop' | 'decide', asked: Asked): void {
    const { heading, words, comment = null, next = null } = asked;
    const form: AskedView['form'] = asked.form
      ? {
          action: `${req.baseUrl}/mail/${page}`,
          proof: { name: 'token', value: asked.form.token },
          seen: asked.form.seen ?? '',
          buttons: asked.form.buttons,
        }
      : null;
    const fields: AskedView = { heading, words, comment, form, next };
    show(req, res, { view: 'asked', title: heading }, fields);
  }

  return { confirmPage, confirm, stopPage, stop, decidePage, decide };
}

type Asked = Pick<AskedView, 'heading' | 'words'> &
  Partial<Pick<AskedView, 'comment' | 'next'>> & {
    readonly form?: Pick<NonNullable<AskedView['form']>, 'buttons' | 'seen'> & { readonly token: string };
  };

/** What is said around each decision. */
const decisions: Readonly<Record<MailLink['action'], Readonly<Record<'question' | 'button' | 'done', MessageKey>>>> = {
  approve: { question: 'follow.approveIt', button: 'mail.approve', done: 'follow.published' },
  spam: { question: 'follow.isItSpam', button: 'mail.spam', done: 'follow.filed' },
};

/** From the address, where the link has it and the mail program sends its one click, or from the page's form. */
function tokenOf(req: Request): string {
  const given: unknown = req.body?.token ?? req.query.token;
  return typeof given === 'string' ? given.slice(0, 200) : '';
}
