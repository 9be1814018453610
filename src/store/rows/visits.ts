export interface ChallengeRow {
  readonly id: string;
  readonly session: string;
  readonly purpose: string;
  /** JSON. */
  readonly prompt: string;
  readonly answer: number;
  readonly language: string;
  readonly issued_at: number;
  readonly first_issued_at: number;
  readonly expires_at: number;
  /** 0 or 1: both databases keep it so. */
  readonly hurried: number;
}

export interface SessionRow {
  /** SHA-256 of the session id: who reads the table cannot become anybody. */
  readonly id: string;
  /** JSON. */
  readonly data: string;
  readonly expires_at: number;
  readonly touched_at: number;
}

export interface BudgetRow {
  readonly key: string;
  readonly points: number;
  readonly expire: number | null;
}

export interface TallyRow {
  /** Epoch milliseconds of its start. */
  readonly hour: number;
  readonly what: string;
  readonly key: string;
  readonly count: number;
}
