import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areAlike, sketchOf } from '../../src/comments/likeness.ts';
import { toSafeHtml } from '../../src/comments/markup.ts';

const sketch = (body: string) => sketchOf(body, toSafeHtml(body));
const alike = (one: string, other: string): boolean => areAlike(sketch(one), sketch(other));
const meet = (one: string, other: string): boolean =>
  sketch(one).parts.some((part) => sketch(other).parts.includes(part));

const offer =
  'Great article, thank you for sharing this with us. I found the best prices for watches at our store, please visit us today and save half of it.';

describe('likeness', () => {
  test('a template with a few words changed is the same, and is met', () => {
    const varied = offer.replace('watches', 'handbags').replace('Great', 'Wonderful').replace('today', 'now');
    expect([alike(offer, varied), meet(offer, varied)]).toEqual([true, true]);
  });

  test('case, accents and signs make no difference', () => {
    expect(sketch(offer.toUpperCase().replaceAll(' ', ' — ')).parts).toEqual(sketch(offer).parts);
  });

  test('what different people say about one article is not', () => {
    const one =
      'I was at the harbour on Friday and the ferry did not come at all. We waited for two hours in the rain before anybody said a word about it.';
    const other =
      'The council should say what it costs. Last year they promised a report about the harbour, and I have not seen anything of it so far.';
    expect([alike(one, other), alike(one, offer)]).toEqual([false, false]);
  });

  test('short texts are not compared by their words: many people say thank you', () => {
    expect(alike('Thank you very much!', 'Thank you very much!')).toBe(false);
    expect(sketch('Thank you very much!').parts).toEqual([]);
  });

  test('the same links make it the same, whatever follows them and whatever is said', () => {
    const one = 'Look: https://shop.example/deal?from=a';
    const other = 'Completely different words https://SHOP.example/deal/?from=b here';
    expect([alike(one, other), meet(one, other)]).toEqual([true, true]);
    expect(alike(one, 'Look: https://shop.example/other')).toBe(false);
    expect(alike(one, `${other} and https://more.example/`)).toBe(false);
  });

  test('is the same in both directions, and with oneself', () => {
    const text = fc.array(fc.constantFrom('tide', 'moon', 'rope', 'salt', 'https://a.example/x'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [one.join(' '), other.join(' ')];
        expect(alike(a, b)).toBe(alike(b, a));
        if (sketch(a).parts.length > 0) expect([alike(a, a), meet(a, a)]).toEqual([true, true]);
        return true;
      }),
    );
  });

  test('the largest comment is sketched quickly enough for the event loop', () => {
    const words = Array.from({ length: 2_000 }, (_each, at) => `w${(at * 7_919) % 1_000}`).join(' ');
    const parts = sketch(words.slice(0, 10_000)).parts;
    expect(parts.length).toBe(12);
  });
});
