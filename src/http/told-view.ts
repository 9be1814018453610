/** views/moderation/told.ejs: what was done, in a sentence, and the button that does the opposite. */
export interface ToldView {
  readonly notice: string;
  readonly undo: {
    readonly action: string;
    readonly label: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  } | null;
}
