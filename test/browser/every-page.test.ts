import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { smallTargets, violationsOn, widerThanScreen } from '../support/browser-audit.ts';
import { describeEveryState } from '../support/browser-stage.ts';

const screenshots = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const schemes = ['light', 'dark'] as const;

beforeAll(async () => {
  await mkdir(screenshots, { recursive: true });
});

describeEveryState((page, state) => {
  test.each(schemes)('axe finds nothing, %s', async (colorScheme) => {
    await page().setViewportSize({ width: 1280, height: 800 });
    await page().emulateMedia({ colorScheme });
    expect(await violationsOn(page())).toEqual([]);
  });

  test('nothing is wider than a screen of 320 px', async () => {
    await page().setViewportSize({ width: 320, height: 640 });
    expect(await widerThanScreen(page())).toEqual([]);
  });

  test('everything to touch measures 44 px on a phone', async () => {
    await page().setViewportSize({ width: 360, height: 800 });
    expect(await smallTargets(page())).toEqual([]);
  });

  test.each(schemes)('screenshots for a person to look at, %s', async (colorScheme) => {
    await page().emulateMedia({ colorScheme });
    for (const width of [360, 768, 1280]) {
      await page().setViewportSize({ width, height: 800 });
      const path = `${screenshots}${state}-${width}-${colorScheme}.png`;
      expect(widthOf(await page().screenshot({ path, fullPage: true }))).toBe(width);
    }
  });
});

/** The width of a PNG in pixels stands in its bytes 16 to 19 (RFC 2083, section 4.1.1). */
const widthOf = (png: Buffer): number => png.readUInt32BE(16);
