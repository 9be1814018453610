/** A page readers can reply to. */
export interface Article {
  /** File name without `.md`: lower-case letters, digits and hyphens. */
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly author: string;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly comments: 'open' | 'closed';
  /** BCP 47 tag of the text, and of the sum where there are words for it; null where it is the site's. */
  readonly language: string | null;
  /** The text as HTML. Markdown's raw HTML is off, so it holds only what Markdown can say. */
  readonly html: string;
}

/** Where articles come from; reads are answered from memory. */
export interface ArticleSource {
  /** Newest first. */
  list(): readonly Article[];
  find(slug: string): Article | undefined;
  /** Stops watching. */
  close(): Promise<void>;
}
