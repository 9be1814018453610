import type { Request, RequestHandler, Response } from 'express';
import type { Followed, Following } from '../comments/following.ts';
import type { MailDecisions } from '../comments/mail-decisions.ts';
import type { ShowPage } from './pages.ts';

/** views/mail/asked.ejs: what a link in a mail leads to; reading it changes nothing. */
export interface AskedView {
  readonly heading: string;
  readonly words: readonly string[];
  /** The comment that is to be decided on. */
  readonly comment: { readonly name: string; readonly html: string; readonly reason: string | null } | null;
  /** Null when it is done. */
  readonly form: {
    readonly action: string;
    readonly token: string;
    readonly buttons: readonly { readonly name: string; readonly value: string; readonly label: string }[];
  } | null;
  /** Where to go from here. */
  readonly next: { readonly url: string; readonly label: string } | null;
}

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
    ask(req, res, 'confirm', {
      heading: 'Replies by e-mail?',
      words: [
        `New replies to “${thread.title}” would be sent to ${follower.email}. Every mail has a link that ends it.`,
      ],
      form: { token, buttons: [{ name: 'act', value: 'confirm', label: 'Yes, send them' }] },
    });
  };

  const confirm: RequestHandler = async (req, res) => {
    const followed = await following.confirm(tokenOf(req));
    const { follower, thread } = followed;
    const words = [`Replies to “${thread.title}” will be sent to ${follower.email}.`];
    ask(req, res, 'confirm', { heading: 'That is settled', words, next: toThread(req, followed) });
  };

  const stopPage: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    const { follower, thread } = await following.toStop(token);
    const buttons = [
      { name: 'act', value: 'stop', label: 'Stop these mails' },
      { name: 'act', value: 'all', label: 'Never write to this address again' },
    ];
    const words = [`Replies to “${thread.title}” are sent to ${follower.email}.`];
    ask(req, res, 'stop', { heading: 'Stop these mails?', words, form: { token, buttons } });
  };

  /** The mail program's one click comes here too (RFC 8058), perhaps more than once: stopped is stopped. */
  const stop: RequestHandler = async (req, res) => {
    const all = req.body?.act === 'all';
    await following.stop(tokenOf(req), all);
    const words = [all ? 'Nothing more will be sent to this address.' : 'No more of these mails will be sent.'];
    ask(req, res, 'stop', { heading: 'That is settled', words });
  };

  const decidePage: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    const { action, comment, thread, moderator } = await mailDecisions.offered(token);
    const label = action === 'approve' ? 'Approve it' : 'Mark it as spam';
    ask(req, res, 'decide', {
      heading: action === 'approve' ? 'Approve this reply?' : 'Is this reply spam?',
      words: [`It was written to “${thread.title}”. The decision is logged as that of ${moderator}.`],
      comment: { name: comment.author.name, html: comment.html, reason: comment.reason },
      form: { token, buttons: [{ name: 'act', value: action, label }] },
    });
  };

  const decide: RequestHandler = async (req, res) => {
    const { action } = await mailDecisions.decide(tokenOf(req));
    const words = [action === 'approve' ? 'The reply is published.' : 'The reply is filed as spam.'];
    const next = { url: `${req.baseUrl}/moderation`, label: 'See the queue' };
    ask(req, res, 'decide', { heading: 'That is settled', words, next });
  };

  function ask(req: Request, res: Response, page: 'confirm' | 'stop' | 'decide', asked: Asked): void {
    const { heading, words, comment = null, next = null } = asked;
    const form = asked.form ? { ...asked.form, action: `${req.baseUrl}/mail/${page}` } : null;
    const fields: AskedView = { heading, words, comment, form, next };
    show(req, res, { view: 'mail/asked', title: heading }, fields);
  }

  return { confirmPage, confirm, stopPage, stop, decidePage, decide };
}

type Asked = Pick<AskedView, 'heading' | 'words'> &
  Partial<Pick<AskedView, 'comment' | 'next'>> & {
    readonly form?: Omit<NonNullable<AskedView['form']>, 'action'>;
  };

const toThread = (req: Request, { thread }: Followed) => ({
  url: `${req.baseUrl}${thread.url}`,
  label: `Back to “${thread.title}”`,
});

/** From the address, where the link has it and the mail program sends its one click, or from the page's form. */
function tokenOf(req: Request): string {
  const given: unknown = req.body?.token ?? req.query.token;
  return typeof given === 'string' ? given.slice(0, 200) : '';
}
