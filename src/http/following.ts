import type { RequestHandler } from 'express';
import type { ArticleSource } from '../articles/article.ts';
import { CommentsError } from '../comments/error.ts';
import type { Following } from '../comments/following.ts';
import type { Keyed } from './address.ts';
import { articleUrl, threadOf } from './article-view.ts';
import { isEmail } from './form.ts';
import type { AskedView } from './mail-links.ts';
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
    if (!article || !following.offered) throw new CommentsError('not-found', 'There is nothing to follow here.');
    const typed: unknown = req.body?.follower;
    const email = typeof typed === 'string' ? typed.trim() : '';
    if (email === '' || !isEmail(email)) throw new CommentsError('invalid', addressWanted);
    await following.followThread(threadOf(article), email, visitorOf(req, keyed));
    const fields: AskedView = {
      heading: 'Look into your mail',
      words: [
        `We ask at ${email} whether you want new replies to “${article.title}”. Until you say yes there, nothing is sent.`,
        'No mail within some minutes? Then it follows already, wants no mail from here, or was asked three times today.',
      ],
      comment: null,
      form: null,
      next: { url: articleUrl(req, article), label: `Back to “${article.title}”` },
    };
    show(req, res, { view: 'mail/asked', title: fields.heading }, fields);
  };
}

const addressWanted = 'Go back and enter an e-mail address such as name@example.org.';
