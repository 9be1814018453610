import type { Request, Response } from 'express';
import type { Article } from '../articles/article.ts';
import { wordsOf } from '../captcha/words/index.ts';
import type { Asked, Issuing, Wish } from '../comments/issuing.ts';
import type { Keyed } from './address.ts';
import { statedLanguage } from './language.ts';
import { isKept, visitorOf } from './session.ts';

/**
 * Asks a sum for the form of this article, and has the session kept that it belongs to. It speaks the language of the page;
 * where the reader stated none, that of the article.
 */
export async function askSum(
  req: Request,
  res: Response,
  { issuing, keyed }: { readonly issuing: Issuing; readonly keyed: Keyed },
  article: Article,
  wish: Pick<Wish, 'posting' | 'firstIssuedAt' | 'hurried'>,
): Promise<Asked> {
  const visit = isKept(req) ? 'kept' : 'new';
  const language = [statedLanguage(res), article.language ?? undefined].find((tag) => tag && wordsOf(tag));
  const page = { visitor: visitorOf(req, keyed), threadKey: article.slug, language };
  const asked = await issuing.ask({ ...page, visit, ...wish });
  // Only a new visit is marked: writing a moderator's session back here would undo a signing out meanwhile.
  if (asked.outcome === 'asked' && visit === 'new') req.session.visiting = true;
  return asked;
}
