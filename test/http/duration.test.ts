import { expect, test } from '@jest/globals';
import { durationText, roundDurationText } from '../../src/http/duration.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const inEnglish = translatorFor('en');

test.each([
  [0, 'less than a minute'],
  [1, '1 minute'],
  [119, '119 minutes'],
  [120, '2 hours'],
  [150, '2.5 hours'],
  [2_879, '48 hours'],
  [2_880, '2 days'],
  [20_000, '13.9 days'],
])('%d minutes are %s', (minutes, text) => {
  expect(durationText(minutes, inEnglish)).toBe(text);
});

test.each([
  [60, '1 hour'],
  [180, '3 hours'],
  [1_440, '1 day'],
  [4_320, '3 days'],
  [10_080, '1 week'],
])('%d minutes are %s without a rest', (minutes, text) => {
  expect(roundDurationText(minutes, inEnglish)).toBe(text);
});

test('numbers and units are those of the language', () => {
  const inGerman = { ...inEnglish, locale: 'de' };
  expect([durationText(150, inGerman), roundDurationText(1_440, inGerman)]).toEqual(['2,5 Stunden', '1 Tag']);
});
