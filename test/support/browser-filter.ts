import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { press, signIn } from './browser-person.ts';
import type { Site } from './browser-site.ts';

export async function openFilter(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation/filter');
}

/** The browser itself asks for the box: as if it did not. */
export async function resetUnsure(page: Page): Promise<void> {
  await openFilter(page);
  await page.getByRole('checkbox').evaluate((box) => box.removeAttribute('required'));
  await press(page, 'Reset the filter');
}

/** Fifty decisions of each kind. */
export async function openTaught(page: Page, site: Site): Promise<void> {
  const [spam, honest]: [string[], string[]] = [[], []];
  for (let number = 0; number < 50; number += 1) {
    const own = 'x'.repeat(2 + (number % 20));
    const sold = { body: `Order cheap watches ${own} at https://deal.example`, author: 'Best Deals' };
    spam.push(await site.waiting(pages.short, sold));
    honest.push(await site.waiting(pages.short, { body: `The harbour ${own} as we knew it`, author: 'Ann Öberg' }));
  }
  await site.decide('spam', spam);
  await site.decide('approve', honest);
  await openFilter(page);
}
