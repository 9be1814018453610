/** Trouble that is expected and can be told to a visitor. Anything else that is thrown is a bug. */
export type ErrorCode = 'not-found' | 'malformed' | 'invalid' | 'forbidden' | 'too-many' | 'unavailable';

/** A code for the program and a sentence for the person; the sentence names the remedy. */
export class CommentsError extends Error {
  readonly code: ErrorCode;
  /** Seconds after which trying again makes sense, where that is known. */
  readonly retryAfter: number | undefined;
  /** Name of the limit that was reached, where one was. */
  readonly limit: string | undefined;

  constructor(code: ErrorCode, message: string, retryAfter?: number, limit?: string) {
    super(message);
    this.name = 'CommentsError';
    this.code = code;
    this.retryAfter = retryAfter;
    this.limit = limit;
  }
}
