import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Chromium, type Look, openChromium } from './browser-chromium.ts';
import { openSite, type Site } from './browser-site.ts';

export interface Stage {
  readonly site: Site;
  /** A page of somebody who has not been here before. */
  visit(look?: Look): Promise<Page>;
}

/**
 * Runs stories in Chromium on a site of their own, filled by `prepare`. After each of them: no request has left the
 * site, nothing was refused by the content security policy, no script has failed.
 */
export function describeInChromium(
  title: string,
  stories: (stage: () => Stage) => void,
  { moderator = true, prepare = async (_site: Site): Promise<void> => {} } = {},
): void {
  describe(title, () => {
    let chromium: Chromium;
    let site: Site;
    beforeAll(async () => {
      [chromium, site] = await Promise.all([openChromium(), openSite({ moderator })]);
      await prepare(site);
    });
    afterEach(async () => {
      expect(await chromium.finish()).toEqual([]);
    });
    afterAll(async () => {
      await chromium.close();
      await site.close();
    });
    stories(() => ({ site, visit: (look) => chromium.visit(site.url, look) }));
  });
}
