import type { Request, Response } from 'express';
import type { EnrolmentField } from '../comments/enrolment.ts';
import type { MessageKey } from '../messages/message.ts';
import { type Problem, sayProblems } from './form-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import type { CredentialsView } from './view.ts';

/** What the form is shown with, as it is known before the language is. */
export interface CredentialsFields extends Omit<CredentialsView, 'problems'> {
  readonly problems: CredentialsProblems;
}

export type CredentialsProblems = readonly Problem<EnrolmentField | 'code'>[];

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly token: string;
  readonly code: string;
}

/** A posted form, fields missing or doubled among them, to strings of sensible length. */
export function credentialsOf(req: Request): Credentials {
  const text = (field: unknown, most?: number): string => (typeof field === 'string' ? field : '').slice(0, most);
  const { email, password, name, token, code } = req.body ?? {};
  return {
    email: text(email, 254),
    password: text(password),
    name: text(name, 1_000),
    token: text(token, 100),
    code: text(code, 100),
  };
}

/** These forms carry a token bound to the session, so the session is kept from here on. */
export function showCredentials(
  show: ShowPage,
  req: Request,
  res: Response,
  shown: { readonly view: string; readonly title: MessageKey; readonly status: number },
  fields: CredentialsFields,
): void {
  req.session.signingIn = true;
  const { t } = translatorOf(res);
  const view: CredentialsView = { ...fields, problems: sayProblems(fields.problems, t) };
  show(req, res, { ...shown, title: t(shown.title), wrong: view.problems.length > 0 }, view);
}
