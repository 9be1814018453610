import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { answerSum, fillIn, press } from './browser-person.ts';
import type { Site } from './browser-site.ts';
import type { State } from './browser-states.ts';

/** Of a conversation with several pages, a branch that is folded and one that is as deep as it is shown. */
export const readingStates: readonly State[] = [
  ['article-folded', '5 more replies, by', (page) => page.goto(pages.discussed)],
  ['article-unfolded', 'Answer 14', openLast],
  ['article-rest', 'More replies to', openRest],
  ['article-deep', 'Level 9', (page) => openPage(page, 'Next page')],
  ['article-last-page', 'First replies', openLastPage],
  ['article-newest', 'Most discussed', (page) => openPage(page, 'Newest')],
  ['article-new', 'new replies on this page', comeBack],
  ['article-arabic', 'الأكثر نقاشًا', readInArabic],
  ['article-arabic-problems', 'هناك مشكلة', writeInArabic],
];

const people = ['Ann Öberg', 'Bogdan', 'Carla', 'Dilek', 'Eve Nordin', 'مريم'];
const hour = 3_600_000;

/** Seven comments on the article; eighteen answer the first, nine each other below the fourth. */
export async function fillConversation(site: Site): Promise<void> {
  const say = async (body: string, number: number, parentId = ''): Promise<string> => {
    const author = people[number % people.length] ?? '';
    const id = await site.waiting(pages.discussed, {
      body,
      author,
      email: `${number % people.length}@example.org`,
      parentId,
    });
    await site.decide('approve', [id]);
    return id;
  };
  const roots: string[] = [];
  for (const number of [1, 2, 3, 4, 5, 6, 7]) roots.push(await say(`Remark ${number} on the calendar.`, number));
  for (let number = 0; number < 18; number += 1) await say(`Answer ${number}, to the first remark.`, number, roots[0]);
  let parentId = roots[3];
  for (const level of [1, 2, 3, 4, 5, 6, 7, 8, 9])
    parentId = await say(`Level ${level} of an exchange of two.`, level % 2, parentId);
}

async function openPage(page: Page, link: string): Promise<void> {
  await page.goto(pages.discussed);
  await page.getByRole('link', { name: link }).click();
}

async function openLastPage(page: Page): Promise<void> {
  await openPage(page, 'Next page');
  await page.getByRole('link', { name: 'Next page' }).click();
}

/** By the lasting address of the last comment of the fold. */
async function openLast(page: Page): Promise<void> {
  await page.goto(pages.discussed);
  const address = await page.locator('.fold .comment').last().locator('.comment-meta a').first().getAttribute('href');
  await page.goto(address ?? '');
}

/** From right to left, with comments that run the other way. */
async function readInArabic(page: Page, site: Site): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: 'ar', url: site.url }]);
  await page.goto(pages.discussed);
}

async function writeInArabic(page: Page, site: Site): Promise<void> {
  await readInArabic(page, site);
  await page.locator('.reply-link').first().click();
  for (const [field, text] of [
    ['#body', 'مرحبا'],
    ['#author', ' '],
    ['#response', 'مرحبا'],
  ] as const)
    await page.locator(field).fill(text);
  await press(page, 'نشر التعليق');
}

/** Of the first remark, whose last three answers have a page of their own. */
async function openRest(page: Page): Promise<void> {
  await page.goto(pages.discussed);
  await page.getByRole('link', { name: '3 more replies to' }).click();
}

async function comeBack(page: Page, site: Site): Promise<void> {
  await page.goto(pages.discussed);
  await fillIn(page, { Comment: 'I will be back.', Name: 'Frida' });
  await answerSum(page);
  await page.getByLabel('Remember me on this device').check();
  await press(page, 'Post comment');
  site.clock.now += 2 * hour;
  for (const body of ['While Frida was away.', 'And one more.'])
    await site.decide('approve', [await site.waiting(pages.discussed, { body, author: 'Bogdan' })]);
  await page.goto(`${pages.discussed}?sort=newest`);
}
