/** A feed as programs read it (RFC 4287). Times are epoch milliseconds. */
export interface AtomFeed {
  /** An IRI that stays whatever happens to the addresses. */
  readonly id: string;
  readonly title: string;
  readonly updated: number;
  readonly self: string;
  /** The page for people. */
  readonly page: string;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly author: { readonly name: string; readonly website: string | null };
  readonly byModerator: boolean;
  readonly published: number;
  readonly updated: number;
  readonly url: string;
  /** Safe HTML. */
  readonly html: string;
  /** What it answers (RFC 4685). */
  readonly inReplyTo: { readonly id: string; readonly url: string } | null;
}

export function atomOf({ id, title, updated, self, page, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${timeOf(updated)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...entries.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

function entryOf({ id, title, author, byModerator, published, updated, url, html, inReplyTo }: AtomEntry): string {
  const website = author.website ? `<uri>${xml(author.website)}</uri>` : '';
  const answered = inReplyTo && `<thr:in-reply-to ref="${xml(inReplyTo.id)}" href="${xml(inReplyTo.url)}"/>`;
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<author><name>${xml(author.name)}</name>${website}</author>`,
    `<published>${timeOf(published)}</published>`,
    `<updated>${timeOf(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    ...(answered ? [answered] : []),
    ...(byModerator ? ['<category term="moderator" label="Moderator"/>'] : []),
    `<content type="html">${xml(html)}</content>`,
    '</entry>',
  ].join('\n');
}

const timeOf = (at: number): string => new Date(at).toISOString();

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute. What XML 1.0 knows no character for, escaped or not, is left out (section 2.2). */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
