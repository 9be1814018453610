/** Who is asking now, as keyed hashes of the session and of the address it comes from. */
export interface Visitor {
  readonly id: string;
  readonly address: string;
}
