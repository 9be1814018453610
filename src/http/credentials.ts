import type { Request, Response } from 'express';
import type { EnrolmentField } from '../comments/enrolment.ts';
import type { Problem } from './form-view.ts';
import type { ShowPage } from './pages.ts';
import type { CredentialsView } from './view.ts';

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
  shown: { readonly view: string; readonly title: string; readonly status: number },
  fields: CredentialsView,
): void {
  req.session.signingIn = true;
  show(req, res, { ...shown, title: `${fields.problems.length > 0 ? 'Error: ' : ''}${shown.title}` }, fields);
}
