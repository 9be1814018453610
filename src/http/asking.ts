import type { Request } from 'express';
import type { Article } from '../articles/article.ts';
import { wordsOf } from '../captcha/words/index.ts';
import type { Asked, Issuing, Wish } from '../comments/issuing.ts';
import type { Keyed } from './address.ts';
import { isKept, visitorOf } from './session.ts';

/** Asks a sum for the form of this article, and has the session kept that it belongs to. */
export async function askSum(
  req: Request,
  { issuing, keyed }: { readonly issuing: Issuing; readonly keyed: Keyed },
  article: Article,
  wish: Pick<Wish, 'posting' | 'firstIssuedAt' | 'hurried'>,
): Promise<Asked> {
  const visit = isKept(req) ? 'kept' : 'new';
  const language = article.language && wordsOf(article.language) ? { language: article.language } : {};
  const page = { visitor: visitorOf(req, keyed), threadKey: article.slug, ...language };
  const asked = await issuing.ask({ ...page, visit, ...wish });
  // Only a new visit is marked: writing a moderator's session back here would undo a signing out meanwhile.
  if (asked.outcome === 'asked' && visit === 'new') req.session.visiting = true;
  return asked;
}
