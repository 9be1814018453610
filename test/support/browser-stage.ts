import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Chromium, type Look, openChromium } from './browser-chromium.ts';
import { openSite, type Site, type SiteOptions } from './browser-site.ts';
import { newSiteStates, type State, states } from './browser-states.ts';
import { frozenStates } from './browser-states-lists.ts';
import { mailStates } from './browser-states-mail.ts';
import { fillConversation, readingStates } from './browser-states-reading.ts';
import { receiptStates } from './browser-states-receipt.ts';
import { fillSite } from './browser-thread.ts';

export interface Stage {
  readonly site: Site;
  /** A page of somebody who has not been here before. */
  visit(look?: Look): Promise<Page>;
}

export interface StageOptions extends SiteOptions {
  readonly prepare?: (site: Site) => Promise<void>;
}

/**
 * Runs stories in Chromium on a site of their own, filled by `prepare`. After each of them: no request has left the
 * site, nothing was refused by the content security policy, no script has failed.
 */
export function describeInChromium(
  title: string,
  stories: (stage: () => Stage) => void,
  { prepare = async (_site: Site): Promise<void> => {}, ...options }: StageOptions = {},
): void {
  describe(title, () => {
    let chromium: Chromium;
    let site: Site;
    beforeAll(async () => {
      [chromium, site] = await Promise.all([openChromium(), openSite(options)]);
      await prepare(site);
    });
    afterEach(() => {
      expect(chromium.complaints()).toEqual([]);
    });
    afterAll(async () => {
      await chromium.close();
      await site.close();
    });
    stories(() => ({ site, visit: (look) => chromium.visit(site.url, look) }));
  });
}

/** Runs the same tests on every page, in every state it can be in. The page stays open between them. */
export function describeEveryState(stories: (page: () => Page, state: string) => void): void {
  const inEach = (ways: readonly State[]) => (stage: () => Stage) => {
    describe.each(ways)('%s', (name, words, open) => {
      let page: Page;
      beforeAll(async () => {
        page = await stage().visit();
        await open(page, stage().site);
        await page.getByText(words).first().waitFor({ timeout: 5_000 });
      });
      afterAll(() => page.context().close());
      stories(() => page, name);
    });
  };
  describeInChromium('pages of a filled site', inEach(states), { prepare: fillSite });
  const paged = { commentsPerPage: 3, repliesPerPage: 15, replyDepth: 8, prepare: fillConversation };
  describeInChromium('pages of a long conversation', inEach(readingStates), paged);
  describeInChromium('pages of a site that can only be read', inEach(frozenStates));
  describeInChromium('pages of private links', inEach(receiptStates));
  describeInChromium('pages of a site that sends mail', inEach(mailStates), { mail: true });
  describeInChromium('pages of a new site', inEach(newSiteStates), { moderator: false });
}
