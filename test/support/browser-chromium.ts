import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newAddress } from './addresses.ts';
import { chromiumMissing, chromiumPath } from './chromium.ts';

/** How a person looks at the site. */
export interface Look {
  readonly javaScript?: boolean;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
}

export interface Chromium {
  /** A page of somebody who has not been here before, on the site at `url`. */
  visit(url: string, look?: Look): Promise<Page>;
  /** What has gone wrong on the pages since it was last asked: foreign requests, refused content, errors of scripts. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

const quietly = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Starts Chromium. @throws when this machine has none. */
export async function openChromium(): Promise<Chromium> {
  if (!chromiumPath) throw new Error(chromiumMissing);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quietly });
  const found: string[] = [];

  async function visit(url: string, look: Look = {}): Promise<Page> {
    const context = await openContext(browser, url, look);
    const page = await context.newPage();
    watch(page, new URL(url).origin, (complaint) => found.push(complaint));
    return page;
  }

  return { visit, complaints: () => found.splice(0), close: () => browser.close() };
}

function openContext(browser: Browser, baseURL: string, look: Look): Promise<BrowserContext> {
  const { javaScript = true, scheme = 'light', width = 1280 } = look;
  return browser.newContext({
    baseURL,
    javaScriptEnabled: javaScript,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 800 },
    // Everybody comes from elsewhere, as on a real site.
    extraHTTPHeaders: { 'x-forwarded-for': newAddress() },
  });
}

/** Chromium says on the console what the content security policy refused, with or without scripts. */
function watch(page: Page, origin: string, complain: (complaint: string) => void): void {
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) complain(`a request left the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    const part = response.request().resourceType() !== 'document';
    // Over the limit a form does without the sum or the preview that a script asked for, and a like is refused; the first one of a
    // visit comes without its ticket.
    const told = { '/sum': [429], '/preview': [429], '/like': [422, 429] };
    const expected = Object.entries(told).some(
      ([end, statuses]) => response.url().endsWith(end) && statuses.includes(response.status()),
    );
    if (part && response.status() >= 400 && !expected) complain(`${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', (error) => complain(`a script failed: ${error.message}`));
  page.on('console', (message) => {
    // Pages with a status of 4xx are named here as well; parts of pages are watched above.
    const known = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !known) complain(`${message.type()}: ${message.text()}`);
  });
}
