import type { Request, RequestHandler, Response } from 'express';
import type { Desk, DeskDone } from '../comments/desk.ts';
import { CommentsError } from '../comments/error.ts';
import type { SignIn } from '../comments/sign-in.ts';
import type { Said } from '../messages/message.ts';
import type { DeskTyped } from './desk-forms.ts';
import { deskView } from './desk-view.ts';
import { doneView } from './done-view.ts';
import { emailsOf } from './emails.ts';
import { statusOf } from './errors.ts';
import { readExplanation } from './explanation.ts';
import { readBody } from './form.ts';
import { isId } from './id.ts';
import { knownIn } from './known.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';

export interface DeskPageParts {
  readonly desk: Desk;
  readonly signIn: SignIn;
  readonly show: ShowPage;
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  readonly isUnavailable: (error: unknown) => boolean;
}

/** views/moderation/unsaved.ejs: a text that has no comment to stand beside, to be copied or sent again. */
export interface UnsavedView {
  readonly message: string;
  readonly action: string;
  readonly body: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly canSend: boolean;
}

type Id = { readonly id: string };

/** One comment on a page of its own. */
export function deskRoutes({ desk, signIn, show, now, newId, isUnavailable }: DeskPageParts) {
  const page: RequestHandler<Id> = (req, res) => showComment(req, res, null);

  const reply: RequestHandler<Id> = async (req, res) => {
    const { body, problem } = readBody(req.body);
    const submission = isId(req.body?.submission) ? req.body.submission : newId();
    const typed = { form: 'reply', body, submission } as const;
    if (problem) return showComment(req, res, { ...typed, problem: translatorOf(res).t(problem) }, 422);
    await act(req, res, typed, () => desk.reply(idOf(req), body, submission, res.locals.moderator, knownIn(req)));
  };

  const edit: RequestHandler<Id> = async (req, res) => {
    const { body, problem } = readBody(req.body);
    const typed = { form: 'edit', body, submission: null } as const;
    if (problem) return showComment(req, res, { ...typed, problem: translatorOf(res).t(problem) }, 422);
    await act(req, res, typed, () => desk.edit(idOf(req), body, seenOf(req), res.locals.moderator.id));
  };

  const explain: RequestHandler<Id> = async (req, res) => {
    const { body, problem } = readExplanation(req.body);
    const typed = { form: 'explain', body, submission: null } as const;
    if (problem) return showComment(req, res, { ...typed, problem: translatorOf(res).t(problem) }, 422);
    await act(req, res, typed, () => desk.tell(idOf(req), body, res.locals.moderator.id));
  };

  /** Whatever comes of it, the text comes back or is stored. */
  async function act(
    req: Request<Id>,
    res: Response,
    typed: Omit<DeskTyped, 'problem'>,
    doIt: () => Promise<DeskDone>,
  ): Promise<void> {
    try {
      const { batch, approved } = await doIt();
      const moved = batch === null ? 0 : approved ? 2 : 1;
      const told = `done=${typed.form}&moved=${moved}&left=0&batch=${batch ?? ''}`;
      res.redirect(303, `${req.baseUrl}/moderation/comments/${idOf(req)}?${told}`);
    } catch (error) {
      if (isUnavailable(error)) return showUnsaved(req, res, typed.body, 503, 'desk.away');
      if (!(error instanceof CommentsError)) throw error;
      const status = statusOf[error.code];
      if (error.code === 'not-found') return showUnsaved(req, res, typed.body, status, error.said);
      await showComment(req, res, { ...typed, problem: translatorOf(res).t(error.said) }, status);
    }
  }

  async function showComment(req: Request<Id>, res: Response, typed: DeskTyped | null, status = 200): Promise<void> {
    const lying = await desk.look(idOf(req));
    if (!lying && typed) return showUnsaved(req, res, typed.body, 404, 'desk.missing');
    if (!lying) throw new CommentsError('not-found', 'desk.missing');
    const emails = await emailsOf(
      signIn,
      [...lying.decisions, ...lying.edits].map(({ moderatorId }) => moderatorId),
    );
    const translator = translatorOf(res);
    const { t } = translator;
    const done = doneView(req, t);
    const isOwner = res.locals.moderator.role === 'owner';
    const at = { base: req.baseUrl, submission: newId(), now: now() };
    const fields = deskView({ lying, done, typed, isOwner, emails, translator, ...at });
    show(req, res, { view: 'moderation/comment', title: t('desk.title'), wrong: typed !== null, status }, fields);
  }

  function showUnsaved(req: Request<Id>, res: Response, body: string, status: number, said: Said): void {
    const { t } = translatorOf(res);
    const hidden = (['submission', 'seen', 'known'] as const).flatMap((name) =>
      typeof req.body?.[name] === 'string' ? [{ name, value: req.body[name] as string }] : [],
    );
    const action = `${req.baseUrl}${req.path}`;
    const fields: UnsavedView = { message: t(said), action, body, hidden, canSend: status === 503 };
    if (status === 503) res.set('Retry-After', '5');
    show(req, res, { view: 'moderation/unsaved', title: t('desk.unsavedTitle'), wrong: true, status }, fields);
  }

  return { page, reply, edit, explain };
}

function idOf(req: Request<Id>): string {
  if (isId(req.params.id)) return req.params.id;
  throw new CommentsError('not-found', 'desk.missing');
}

/** The moment of the text that the form was made with; -1, which is no moment, for anything else. */
function seenOf({ body }: Request<Id>): number | null {
  if (body?.seen === '') return null;
  return /^\d{1,15}$/.test(String(body?.seen)) ? Number(body.seen) : -1;
}
