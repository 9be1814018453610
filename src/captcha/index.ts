import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { createCaptcha } from './captcha.ts';
import type { Verdict } from './challenge.ts';
import { fieldsHtml } from './fields-html.ts';
import type { MathCaptchaOptions, MathCaptchaSettings } from './options.ts';
import { readOptions } from './options.ts';
import { promptHtml } from './prompt-html.ts';
import type { Prompt } from './wording.ts';

export { parseAnswer } from './answer.ts';
export type { Captcha, CaptchaForm, CaptchaOptions } from './captcha.ts';
export { createCaptcha } from './captcha.ts';
export type { Challenge, ChallengeStore, Verdict } from './challenge.ts';
export { createMemoryStore } from './memory.ts';
export type { MathCaptchaOptions } from './options.ts';
export { promptHtml } from './prompt-html.ts';
export type { Prompt, Token } from './wording.ts';
export { plainPrompt } from './wording.ts';

/** A sum ready to be put into a form. */
export interface AskedSum {
  readonly id: string;
  readonly prompt: Prompt;
  /** Safe HTML for a `<label>` of your own. */
  readonly label: string;
  /** Safe HTML of the whole field: label, input and the hidden id. */
  readonly html: string;
}

/** What a request can do once `mathCaptcha()` is mounted. */
export interface RequestCaptcha {
  /** A new sum for this visitor. The page must not be cached: `Cache-Control` is set to say so. */
  ask(): Promise<AskedSum>;
  /** Checks the posted answer and spends its sum, whatever comes out. Call it after the form's other fields are right. */
  check(): Promise<Verdict>;
}

declare global {
  // biome-ignore lint/style/noNamespace: Express is extended in this way and no other
  namespace Express {
    interface Request {
      captcha: RequestCaptcha;
    }
  }
}

/**
 * Express middleware that guards any form by a sum: mount it after express-session (and, for `check`, after
 * express.urlencoded). Throws a TypeError for a wrong option; a request without a session fails with the remedy.
 */
export function mathCaptcha(options: MathCaptchaOptions = {}): RequestHandler {
  const settings = readOptions(options);
  const captcha = createCaptcha({ ...settings, lifetimeMs: settings.lifetime });
  return (req, res, next) => {
    sessionOf(req);
    let firstIssuedAt: number | undefined;
    req.captcha = {
      async ask() {
        const { session, key } = sessionOf(req);
        // An untouched session is never saved where saveUninitialized is false, and its visitor gets no cookie.
        session.mathCaptcha = true;
        res.set('Cache-Control', 'private, no-store');
        const challenge = await captcha.issue({ session: key, purpose: settings.purpose, firstIssuedAt });
        const label = promptHtml(challenge.prompt);
        return { id: challenge.id, prompt: challenge.prompt, label, html: fieldsHtml(challenge, settings.fields) };
      },
      async check() {
        const { key } = sessionOf(req);
        const verdict = await captcha.check({ session: key, purpose: settings.purpose, ...postedTo(req, settings) });
        if (verdict.outcome !== 'unknown') firstIssuedAt = verdict.challenge.firstIssuedAt;
        return verdict;
      },
    };
    next();
  };
}

function sessionOf(req: Request): { readonly session: Record<string, unknown>; readonly key: string } {
  // Typed here, so that a host needs no types of express-session.
  const { session, sessionID } = req as unknown as { session?: Record<string, unknown>; sessionID?: unknown };
  if (!session || typeof sessionID !== 'string') {
    throw new Error(
      'mathCaptcha: this request has no session. Mount express-session before it: ' +
        'app.use(session({ ... })); app.use(mathCaptcha()). If it is mounted, its store is not connected.',
    );
  }
  // Stores of challenges may be read by more people than those of sessions: they get no session id.
  return { session, key: createHash('sha256').update(sessionID).digest('base64url') };
}

function postedTo(req: Request, { fields }: MathCaptchaSettings): { readonly id: unknown; readonly response: unknown } {
  const body = req.body as Record<string, unknown> | null | undefined;
  return { id: body?.[fields.challenge], response: body?.[fields.response] };
}
