import { describe, expect, test } from '@jest/globals';
import { toSafeHtml } from '../../src/comments/markup.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

describe('the longest body of the worst kind', () => {
  const unit = [
    '>',
    '> ',
    '<b>',
    '<b><p>',
    '*',
    '*a_',
    '[',
    '[a](',
    '`',
    '- ',
    '- a\n',
    '>- a\n',
    '<',
    '<!--',
    '<?',
    '</',
    '&',
    '&#x202e;',
    '<script>',
    '<iframe>',
    '<a href=http://a>',
    'http://a ',
    'mailto:a@b ',
    '</p>',
    '\u200d',
    '\n',
    '*_',
    '1. ',
    '~',
    '<a b="',
  ];
  test.each(unit)('%j takes less than 100 ms', (text) => {
    const body = text.repeat(10_000 / text.length);
    expect(Math.min(...[1, 2, 3].map(() => cpuTimeOf(() => toSafeHtml(body))))).toBeLessThan(100);
  });
});
