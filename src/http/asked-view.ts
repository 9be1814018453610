/** views/asked.ejs: a page with one question, or with what came of it. Reading it changes nothing: its buttons do. */
export interface AskedView {
  readonly heading: string;
  readonly words: readonly string[];
  /** The comment that it is about; null: none. */
  readonly comment: { readonly name: string; readonly html: string; readonly reason: string | null } | null;
  /** Null when it is done. */
  readonly form: {
    readonly action: string;
    /** What shows that whoever presses may: out of the mail, or of the session. */
    readonly proof: { readonly name: 'token' | 'ticket'; readonly value: string };
    /** The moment of the text that is to be decided on; empty where it was never changed, or nothing is. */
    readonly seen?: string;
    readonly buttons: readonly { readonly name: string; readonly value: string; readonly label: string }[];
  } | null;
  /** Where to go from here. */
  readonly next: { readonly url: string; readonly label: string } | null;
}
