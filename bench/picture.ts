import { fileURLToPath } from 'node:url';
import { pages } from '../test/support/browser-articles.ts';
import { openChromium } from '../test/support/browser-chromium.ts';
import { openSite } from '../test/support/browser-site.ts';
import { discuss } from '../test/support/browser-thread.ts';

/** Makes the picture of the README anew: an article with its replies and the form. `node bench/picture.ts` */
const path = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url));
const [chromium, site] = await Promise.all([openChromium(), openSite()]);
await discuss(site, pages.short);
const page = await chromium.visit(site.url);
await page.goto(pages.short);
// Pictures below the edge of the window would come only when somebody scrolls there.
await page.evaluate("for (const image of document.images) image.loading = 'eager'");
await page.waitForLoadState('networkidle');
await page.screenshot({ path, fullPage: true });
await chromium.close();
await site.close();
console.log(path);
