import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the articles of a browser test are; the first two are the samples that the project ships. */
export const pages = {
  discussed: '/articles/diplomatic-calendar-january-2022',
  quiet: '/articles/how-the-sum-works',
  short: '/articles/one-week-four-town-meetings',
  asked: '/articles/who-may-come-to-the-harbour-board',
  closed: '/articles/a-closed-letter',
  long: '/articles/longer-than-the-screen',
} as const;

const samples = fileURLToPath(new URL('../../articles', import.meta.url));

/** Writes the samples, two short articles, a closed one and one that does not fit; gives the folder, which the caller removes. */
export async function writeBrowserArticles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'articles-'));
  await cp(samples, folder, { recursive: true });
  const written = { [pages.short]: short, [pages.asked]: asked, [pages.closed]: closed, [pages.long]: long };
  for (const [path, text] of Object.entries(written)) {
    await writeFile(join(folder, `${path.slice('/articles/'.length)}.md`), text);
  }
  return folder;
}

const short = `---
title: One week, four town meetings
section: Town and Country
author: Ida Lindgren
date: 2022-01-11
comments: open
---

Four boards of the town meet between Monday and Thursday, and all four doors stand open. The harbour board begins, in
the old customs house. The schools follow on Tuesday, the parks on Wednesday, and the council closes the week.

Whoever wants to speak puts the name on the list at the door before seven. The coffee is free; the chairs are hard.
`;

const asked = `---
title: Who may come to the harbour board
section: Town and Country
author: Ida Lindgren
date: 2022-01-12
comments: open
---

The harbour board meets on Monday in the old customs house. Its chairman says that the door stays open until everybody has
spoken who came to speak.
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

${word.repeat(3)}

\`${word.repeat(2)}\`

\`\`\`
${word.repeat(2)}
\`\`\`

> > > > ${word.repeat(2)}

| ${word} | ${word} | ${word} | ${word} |
|---|---|---|---|
| ${word} | 1 | 2 | ${word} |

https://example.org/${word.repeat(2)}
`;
