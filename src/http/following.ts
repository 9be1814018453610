import type { RequestHandler } from 'express';
import type { ArticleSource } from '../articles/article.ts';
import { CommentsError } from '../comments/error.ts';
import type { Following } from '../comments/following.ts';
import type { Keyed } from './address.ts';
import { articleUrl, threadOf } from './article-view.ts';
import type { AskedView } from './asked-view.ts';
import { isEmail } from './form.ts';
import { languageOf, translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { visitorOf } from './session.ts';

export interface FollowPageParts {
  readonly articles: ArticleSource;
  readonly following: Following;
  readonly show: ShowPage;
  readonly keyed: Keyed;
}

/**
 * Following an article by an address alone. The answer is the same whatever became of it: nobody learns who follows
 * already, or wants no mail.
 */
export function followRoute({ articles, following, show, keyed }: FollowPageParts): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article || !following.offered) throw new CommentsError('not-found', 'follow.nothingHere');
    const typed: unknown = req.body?.follower;
    const email = typeof typed === 'string' ? typed.trim() : '';
    if (email === '' || !isEmail(email)) throw new CommentsError('invalid', 'follow.addressWanted');
    await following.followThread(threadOf(article), email, { ...visitorOf(req, keyed), language: languageOf(res) });
    const { t } = translatorOf(res);
    const { title } = article;
    const fields: AskedView = {
      heading: t('follow.lookIntoMail'),
      words: [t('follow.weAsk', { email, title }), t('follow.noMail')],
      comment: null,
      form: null,
      next: { url: articleUrl(req, article), label: t('follow.back', { title }) },
    };
    show(req, res, { view: 'asked', title: fields.heading }, fields);
  };
}
