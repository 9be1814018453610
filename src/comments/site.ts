/** What the owner of the installation decided about comments. */
export interface SitePolicy {
  /** Whether an author's first comment waits for a moderator. */
  readonly firstComment: 'hold' | 'publish';
  /** Comments on the article itself that one page shows; their replies come along. */
  readonly commentsPerPage: number;
}
