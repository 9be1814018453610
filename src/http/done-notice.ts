import type { Request } from 'express';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';

/** What the last form did, by the name under which the address tells it (`?done=`); null where it tells none of these. */
export function doneNotice(
  { query }: Pick<Request, 'query'>,
  notices: Readonly<Record<string, MessageKey>>,
  { t }: Pick<Translator, 't'>,
): string | null {
  const said = Object.entries(notices).find(([known]) => known === query.done)?.[1];
  return said === undefined ? null : t(said);
}
