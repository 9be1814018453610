import type { MessageKey } from './languages.ts';

export type { MessageKey } from './languages.ts';

/** What stands in for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** Something to be said, before anybody knows in which language. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: Values;
}

/** A message, or the name of one without placeholders. */
export type Said = MessageKey | Message;

export const message = (key: MessageKey, values: Values = {}): Message => ({ key, values });
