import type { Said } from '../messages/message.ts';
import { translatorFor } from '../messages/translator.ts';

/** Trouble that is expected and can be told to a visitor. Anything else that is thrown is a bug. */
export type ErrorCode = 'not-found' | 'malformed' | 'invalid' | 'forbidden' | 'too-many' | 'unavailable';

const { t: inEnglish } = translatorFor('en');

/** A code for the program and a sentence for the person, in any language; it names the remedy. */
export class CommentsError extends Error {
  readonly code: ErrorCode;
  /** The sentence; `message` is it in English, for logs. */
  readonly said: Said;
  /** Seconds after which trying again makes sense, where that is known. */
  readonly retryAfter: number | undefined;
  /** Name of the limit that was reached, where one was. */
  readonly limit: string | undefined;

  constructor(code: ErrorCode, said: Said, retryAfter?: number, limit?: string) {
    super(inEnglish(said));
    this.name = 'CommentsError';
    this.code = code;
    this.said = said;
    this.retryAfter = retryAfter;
    this.limit = limit;
  }
}
