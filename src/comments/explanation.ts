/** What a moderator told an author of their comment; the reason for which a rule held it is for moderators alone. */
export interface ExplanationStore {
  /** Plain text, or null where nothing was told. */
  of(commentId: string): Promise<string | null>;
  /** Takes the place of what was told before; null takes it back. */
  tell(commentId: string, text: string | null): Promise<void>;
}
