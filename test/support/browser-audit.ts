import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong on the page as it is shown; empty when that is nothing. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html}`));
}

/** WCAG 2.2, 1.4.10: what reaches beyond the screen, if that makes the page scroll sideways. */
export function widerThanScreen(page: Page): Promise<readonly string[]> {
  return page.evaluate(`document.scrollingElement.scrollWidth <= innerWidth ? [] : [
    'the page measures ' + document.scrollingElement.scrollWidth + ' px',
    ...[...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth)
      .map((element) => element.outerHTML.slice(0, 80)),
  ]`);
}

const targets =
  'button, input:not([type=hidden]), textarea, summary, nav a, .masthead a, .site-footer a, .reply-link, .summary a';

/** WCAG 2.2, 2.5.5, which exempts links inside sentences: what is smaller than 44 px. A box is touched by its label. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('${targets}')]
    .filter((element) => !element.closest('[aria-hidden=true]') && element.checkVisibility())
    .map((element) => [element, (['checkbox', 'radio'].includes(element.type) && element.closest('label') || element).getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 44 || height < 44)
    .map(([element, { width, height }]) => Math.round(width) + ' x ' + Math.round(height) + ': ' + element.outerHTML.slice(0, 80))`);
}
