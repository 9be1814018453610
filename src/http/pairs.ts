/** A name and its value, for an address or a form. */
export type Pair = readonly [name: string, value: string];

export const queryOf = (pairs: readonly Pair[]): string =>
  new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();

/** As hidden fields of a form. */
export interface FieldView {
  readonly name: string;
  readonly value: string;
}

export const fieldsOf = (pairs: readonly Pair[]): readonly FieldView[] =>
  pairs.map(([name, value]) => ({ name, value }));
