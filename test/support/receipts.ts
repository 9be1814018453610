import type { Browser, Shown } from './browser.ts';
import { idOf, type World, writeReply } from './world.ts';

/** A reply whose author has the private link, as it was shown after posting. */
export interface Kept {
  readonly id: string;
  readonly token: string;
  /** Path and query. */
  readonly link: string;
  /** The browser it was posted from. */
  readonly writer: Browser;
}

export async function keptReply(
  world: World,
  fields: Readonly<Record<string, string>> = {},
  writer = world.visitor(),
): Promise<Kept> {
  const posted = await writeReply(writer, fields);
  const link = linkIn(await writer.open(posted.headers.location ?? '')) ?? '';
  return { id: idOf(posted), link, token: link.split('token=')[1] ?? '', writer };
}

/** The private link that a page shows. */
export const linkIn = (page: Shown): string | undefined => page.$('.receipt-note a').attr('href');
