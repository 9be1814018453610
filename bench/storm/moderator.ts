import { load } from 'cheerio';
import { moderator, type Site } from '../attack/site.ts';
import { type Answer, createVisitor, type Visitor } from '../attack/visitor.ts';

/** What clearing a queue took. */
export interface Cleared {
  /** Forms sent: ticking what is on a page and pressing one button is one. */
  readonly actions: number;
  readonly pages: number;
  readonly decided: number;
}

/** Nobody needs more pages than that. */
const mostPages = 500;

/**
 * Clears the queue through its own pages, largest groups first: on each page the rows whose shown text is spam are ticked
 * and marked so, then the others approved. `isHonest` judges the one comment that stands for a row, as a reader would.
 */
export async function clearQueue(site: Site, isHonest: (id: string) => boolean): Promise<Cleared> {
  const mo = await signIn(site);
  let [actions, pages, decided] = [0, 0, 0];
  for (; pages < mostPages; pages += 1) {
    const page = await mo.get('/moderation?order=largest');
    const rows = rowsOf(page);
    if (rows.length === 0) break;
    for (const [action, honest] of [
      ['spam', false],
      ['approve', true],
    ] as const) {
      const ticked = rows.filter((row) => isHonest(row.id) === honest);
      if (ticked.length === 0) continue;
      decided += await decide(mo, page, ticked, action);
      actions += 1;
    }
  }
  return { actions, pages, decided };
}

interface Row {
  readonly id: string;
  /** The field and the value of its box: a comment, or a whole group. */
  readonly name: string;
  readonly value: string;
}

function rowsOf({ html }: Answer): readonly Row[] {
  const $ = load(html);
  return $('.row')
    .toArray()
    .map((row) => {
      const box = $(row).find('input[type=checkbox]');
      const id = ($(row).attr('id') ?? '').replace('row-', '');
      return { id, name: box.attr('name') ?? '', value: box.attr('value') ?? '' };
    });
}

type Field = [name: string, value: string];

/** Sends the page's own form; gives how many comments it says it moved. */
async function decide(mo: Visitor, page: Answer, ticked: readonly Row[], action: string): Promise<number> {
  const $ = load(page.html);
  const hidden = $('form#bulk input[type=hidden]')
    .toArray()
    .map((field): Field => [$(field).attr('name') ?? '', $(field).attr('value') ?? '']);
  const boxes = ticked.map(({ name, value }): Field => [name, value]);
  const body = new URLSearchParams([...hidden, ...boxes, ['action', action]]);
  const answer = await mo.send('POST', '/moderation', body, 'application/x-www-form-urlencoded');
  return Number(/[?&]moved=(\d+)/.exec(answer.location ?? '')?.[1] ?? 0);
}

async function signIn(site: Site): Promise<Visitor> {
  const mo = createVisitor(site.url, '192.0.2.2');
  const { html } = await mo.get('/sign-in');
  const csrf = load(html)('[name=csrf]').attr('value') ?? '';
  await mo.post('/sign-in', { ...moderator, csrf });
  return mo;
}
