import { expect, test } from '@jest/globals';
import type { Place } from '../../src/comments/waiting.ts';
import { placeSentence } from '../../src/http/place-sentence.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const inEnglish = translatorFor('en');

const place: Place = { before: 0, more: false, usual: { within: 3_600_000, exceeded: false } };

test.each<[Partial<Place>, string]>([
  [{}, 'It is first in the queue.'],
  [{ before: 1 }, '1 other came before it.'],
  [{ before: 100 }, '100 others came before it.'],
  [{ before: 100, more: true }, 'More than 100 others came before it.'],
])('%j begins: %s', (changed, beginning) => {
  expect(placeSentence({ ...place, ...changed }, inEnglish).startsWith(`${beginning} Comments here`)).toBe(true);
});

test.each<[Place['usual'], RegExp]>([
  [{ within: 3_600_000, exceeded: false }, /usually decided on within 1 hour\. Nothing is promised, because/],
  [{ within: 7 * 86_400_000, exceeded: true }, /Most .* within 1 week; this one takes longer, because/],
  [{ within: null, exceeded: false }, /often wait for more than a week, because/],
  [null, /cannot be said yet: too few/],
])('%j is told', (usual, told) => {
  expect(placeSentence({ ...place, usual }, inEnglish)).toMatch(told);
});
