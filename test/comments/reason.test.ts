import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keptReason, sayReason } from '../../src/comments/reason.ts';
import { message } from '../../src/messages/message.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const { t } = translatorFor('en');
const said = (kept: string): string => sayReason(kept, t);

describe('a reason', () => {
  test.each([
    ['reason.firstComment', 'First comment of this author'],
    [message('reason.links', { count: 1 }), '1 link'],
    [message('reason.links', { count: 1_200 }), '1,200 links'],
    [message('reason.blocklist', { entry: '{dress} "' }), 'On the blocklist: {dress} "'],
    [
      message('reason.floodMinutes', { points: 3, count: 10, whose: 'address' }),
      'More than 3 comments in 10 minutes from this address',
    ],
    [
      message('reason.floodHours', { points: 20, count: 1, whose: 'author' }),
      'More than 20 comments in one hour by this author',
    ],
    [
      { key: 'reason.learned', tokens: ['word:cheap', 'links:2+', 'link:shop.example'] },
      'Reads like what was marked as spam: cheap, two links or more, a link to shop.example',
    ],
  ] as const)('is kept as %j and said as a sentence', (reason, sentence) => {
    expect(said(keptReason(reason))).toBe(sentence);
  });

  test('is kept by its key, in no language', () => {
    expect(JSON.parse(keptReason(message('reason.links', { count: 2 })))).toEqual({
      key: 'reason.links',
      values: { count: 2 },
    });
  });
});

describe('what is none of our messages is shown as it is', () => {
  test.each([
    'First comment of this author',
    'Six links.',
    '',
    '{',
    '{}',
    'null',
    '{"key":null}',
    '{"key":"reason.neverHeardOf","values":{}}',
    '{"key":"constructor"}',
    '{"key":"reason.links","values":null}',
    '{"key":"reason.links"}',
    '{"key":"reason.learned","tokens":"cheap"}',
    '{"key":"reason.learned","tokens":[7]}',
  ])('%j', (kept) => expect(said(kept)).toBe(kept));

  test('whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (kept) => expect(said(kept)).toBe(kept)));
  });
});
