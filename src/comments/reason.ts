import { english } from '../messages/languages.ts';
import { type Message, type MessageKey, message } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';
import { inWords } from './learning/wording.ts';

/** Why a comment waits, before it is known who will read that. */
export interface Reason extends Message {
  /** Tokens of the learning filter, said one after the other as the value `words`. */
  readonly tokens?: readonly string[];
}

/** A reason in the form in which it is stored with its comment. */
export const keptReason = (reason: MessageKey | Reason): string =>
  JSON.stringify(typeof reason === 'string' ? message(reason) : reason);

/**
 * A stored reason as a sentence. Earlier versions stored sentences, and later ones may know other messages: what is none
 * of ours is given back as it is. Never throws.
 */
export function sayReason(kept: string, t: Translate): string {
  const reason = reasonIn(kept);
  if (!reason) return kept;
  try {
    const words = reason.tokens?.map((token) => inWords(token, t));
    return t(reason, words && { words: sayInRow(words, t) });
  } catch {
    // The message asks for other values by now.
    return kept;
  }
}

/** One after the other, as the language separates them. */
export const sayInRow = (texts: readonly string[], t: Translate): string =>
  texts.length === 0 ? '' : texts.reduce((before, last) => t('reason.row', { before, last }));

function reasonIn(kept: string): Reason | null {
  if (!kept.startsWith('{')) return null;
  try {
    const { key, values = {}, tokens } = JSON.parse(kept) as Reason;
    const isOurs = Object.hasOwn(english.messages, key) && (tokens === undefined || Array.isArray(tokens));
    return isOurs ? { key, values, ...(tokens && { tokens }) } : null;
  } catch {
    return null;
  }
}
