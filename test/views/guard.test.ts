import { describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import type { GuardReport } from '../../src/comments/guard-report.ts';
import { limitNames } from '../../src/comments/limits.ts';
import { rulesOf } from '../../src/comments/rules/index.ts';
import { guardPage } from '../../src/http/guard.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { moderatorFrame, page, words } from './render.ts';
import { hostile } from './samples.ts';

const hourMs = 3_600_000;
const last = Date.UTC(2022, 0, 14, 9);
const hours = Array.from({ length: 24 }, (_, at) => ({
  hour: last - (23 - at) * hourMs,
  issued: at,
  right: at === 23 ? 7 : 0,
  wrong: at === 0 ? 2 : 0,
}));

const report: GuardReport = {
  hours,
  breaker: { open: false, wrongLately: 1, wrongToday: 2, rightToday: 7 },
  networks: [{ network: 'k3yed-h4sh-of-it', wrong: 2 }],
  held: [
    { rule: 'links', count: 4 },
    { rule: 'firstComment', count: 1 },
  ],
  refused: [{ limit: 'held-address', count: 3 }],
  published: 5,
};

test('the totals of the day stand first', async () => {
  const $ = await showing({});
  expect(
    $('.totals > div')
      .toArray()
      .map((each) => words($(each).text())),
  ).toEqual(['Sums issued276', 'Right7', 'Wrong2', 'Published at once5']);
});

describe('the breaker', () => {
  test('is told in words while all is calm', async () => {
    const $ = await showing({});
    expect(words($('.notice').text())).toMatch(/^All is calm\. Right answers today: 7, wrong ones: 2\./);
    expect($('.summary')).toHaveLength(0);
  });

  test('says whom it holds, why, and when it ends', async () => {
    const $ = await showing({ breaker: { open: true, wrongLately: 31, wrongToday: 90, rightToday: 8 } });
    const told = words($('.summary').text());
    expect(told).toMatch(/^Strangers are held\./);
    expect(told).toContain('31 within five minutes, 90 today beside 8 right ones');
    expect(told).toContain('Authors you have approved');
    expect(told).toContain('ends by itself');
    expect($('.notice')).toHaveLength(0);
  });
});

describe('the chart', () => {
  test('is a picture with a name, and its numbers are a table, newest first', async () => {
    const $ = await showing({});
    const svg = $('svg[role="img"]');
    for (const attribute of ['aria-labelledby', 'aria-describedby'])
      expect(words(svg.find(`#${svg.attr(attribute)}`).text())).not.toBe('');
    const bars = (name: string) => svg.find(`rect.bar-${name}`).length;
    expect([bars('issued'), bars('right'), bars('wrong')]).toEqual([23, 1, 1]);
    const rows = $('details table tbody tr')
      .toArray()
      .map((row) =>
        words(
          $(row)
            .children()
            .toArray()
            .map((cell) => $(cell).text())
            .join(' '),
        ),
      );
    expect(rows).toHaveLength(24);
    expect([rows.at(0), rows.at(-1)]).toEqual(['09:00 23 7 0', '10:00 0 0 2']);
    expect($('details th[scope="col"]')).toHaveLength(4);
    expect($('details th[scope="row"]')).toHaveLength(24);
  });

  test('has no style or script of its own: the content security policy forbids both', async () => {
    const $ = await showing({});
    expect($('main [style], main style, main script')).toHaveLength(0);
  });
});

describe('the lists', () => {
  test('every rule and every refusal has a name that a moderator understands', async () => {
    const policy = rulesOf({ firstComment: 'hold', language: 'en', blocklist: [], mostLinks: 1, commentsPerPage: 50 });
    const rules = [...Object.keys(policy), 'flood'];
    const limits = limitNames.filter((name) => /^(?:held|steps)-/.test(name));
    const $ = await showing({
      held: rules.map((rule) => ({ rule, count: 1 })),
      refused: limits.map((limit) => ({ limit, count: 1 })),
    });
    const labels = $('[aria-labelledby="held"] dt, [aria-labelledby="refused"] dt')
      .toArray()
      .map((dt) => $(dt).text());
    expect(labels).toHaveLength(rules.length + limits.length);
    expect(labels.filter((label) => [...rules, ...limits].includes(label))).toEqual([]);
  });

  test('what has no name yet is shown as it is, and stays text', async () => {
    const $ = await showing({ held: [{ rule: hostile, count: 1 }], networks: [{ network: hostile, wrong: 1 }] });
    expect($('[aria-labelledby="held"] dt').text()).toBe(hostile);
    expect($('main img, main script')).toHaveLength(0);
  });

  test('of a network the start of its hash is enough', async () => {
    const $ = await showing({});
    expect(words($('[aria-labelledby="networks"] .tally').text())).toBe('k3yed-h42');
  });
});

test('where nothing happened, words say so', async () => {
  const quiet = hours.map(({ hour }) => ({ hour, issued: 0, right: 0, wrong: 0 }));
  const $ = await showing({ hours: quiet, networks: [], held: [], refused: [], published: 0 });
  expect($('svg, table, .tally')).toHaveLength(0);
  expect($('.empty')).toHaveLength(4);
  for (const empty of $('.empty').toArray()) expect($(empty).text()).toMatch(/[a-z]{3}.*\.$/);
});

test('numbers are written as the language writes them, in the picture too', async () => {
  const many = hours.map((each) => ({ ...each, issued: 1_700 }));
  const $ = await showing({ hours: many, published: 5_000 }, 'de');
  const ticks = $('svg text[text-anchor=end]').toArray();
  expect(ticks.map((tick) => $(tick).text())).toEqual(['0', '500', '1.000', '1.500', '2.000']);
  expect(words($('.totals dd').last().text())).toBe('5.000');
  expect(words($('details td').first().text())).toBe('1.700');
});

/** The page as a moderator gets it for this report; the locale says how numbers are written. */
async function showing(changed: Partial<GuardReport>, locale = 'en-GB') {
  const shown: object[] = [];
  const show = (_req: Request, _res: Response, _frame: object, fields: object): void => void shown.push(fields);
  const handler = guardPage({ report: async () => ({ ...report, ...changed }), show });
  const answer = { locals: { translator: { ...translatorFor('en'), locale } } } as unknown as Response;
  await handler({} as Request, answer, () => undefined);
  return page('moderation/guard', shown[0] ?? {}, moderatorFrame);
}
