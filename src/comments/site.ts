/** What the owner of the installation decided about comments. */
export interface SitePolicy {
  /** Whether an author's first comment waits for a moderator. */
  readonly firstComment: 'hold' | 'publish';
  /** BCP 47 tag: what its readers write, mostly. */
  readonly language: string;
  /** Words, domains or addresses that send a comment to a moderator. */
  readonly blocklist: readonly string[];
  /** Links a comment may have before a moderator looks. */
  readonly mostLinks: number;
  /** Comments on the article itself that one page shows; the first of their replies come along. */
  readonly commentsPerPage: number;
}
