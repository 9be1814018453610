import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the articles of a browser test are; the first two are the samples that the project ships. */
export const pages = {
  discussed: '/articles/diplomatic-calendar-january-2022',
  quiet: '/articles/how-the-sum-works',
  short: '/articles/the-last-paper-timetable',
  closed: '/articles/a-closed-letter',
  long: '/articles/longer-than-the-screen',
} as const;

const samples = fileURLToPath(new URL('../../articles', import.meta.url));

/** Writes the samples, a short article, a closed one and one that does not fit; gives the folder, which the caller removes. */
export async function writeBrowserArticles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'articles-'));
  await cp(samples, folder, { recursive: true });
  const written = { [pages.short]: short, [pages.closed]: closed, [pages.long]: long };
  for (const [path, text] of Object.entries(written)) {
    await writeFile(join(folder, `${path.slice('/articles/'.length)}.md`), text);
  }
  return folder;
}

const short = `---
title: The last paper timetable
section: Town and Country
author: Ida Lindgren
date: 2022-01-11
comments: open
---

On Monday the regional railway hands out its printed timetable for the last time. Four thousand copies lie in a box at
the ticket window, and the clerk expects to have most of them left by the evening.

The booklet has appeared every winter since 1931. From now on the times are shown on a screen above the platform, and a
folded sheet is printed for whoever asks.
`;

const closed = `---
title: A letter that is closed
section: Letters
author: The Editors
date: 2022-01-03
comments: closed
---

Nothing more is to be said about it.
`;

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const long = `---
title: ${word}${word} and what came after it
section: ${word}
author: ${word}
date: 2022-01-04
comments: open
---

${word.repeat(6)}

\`${word.repeat(4)}\`

\`\`\`
${word.repeat(4)}
\`\`\`

> > > > ${word.repeat(2)}

| ${word} | ${word} | ${word} | ${word} |
|---|---|---|---|
| ${word} | 1 | 2 | ${word} |

https://example.org/${word.repeat(5)}
`;
