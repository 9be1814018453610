import { describe, expect, test } from '@jest/globals';
import { createMemoryStore, mathCaptcha } from '../../src/captcha/index.ts';

describe('options are checked when the middleware is made, and the message names the remedy', () => {
  test.each<[string, unknown, string]>([
    ['purpose', '', 'Name the form'],
    ['purpose', 7, 'Name the form'],
    ['store', {}, 'createMemoryStore'],
    ['store', null, 'createMemoryStore'],
    ['store', new Map(), 'add, find and take'],
    ['language', 'xx', 'There are words for "en"'],
    ['language', 7, 'There are words for "en"'],
    ['operations', [], 'one or more of "+", "−", "×"'],
    ['operations', ['-'], 'one or more of "+", "−", "×"'],
    ['operations', '+', 'one or more of "+", "−", "×"'],
    ['blank', 'left', '"result", "any"'],
    ['lifetime', 0, '86400000'],
    ['lifetime', '24h', '86400000'],
    ['lifetime', Number.NaN, '86400000'],
    ['outstanding', 0, 'from 1 on'],
    ['outstanding', 1.5, 'from 1 on'],
    ['fields', { response: '' }, 'two different names'],
    ['fields', { response: 'challenge' }, 'two different names'],
    ['fields', { challenge: 7 }, 'two different names'],
    ['now', 0, 'a function'],
    ['randomInt', 0.5, 'a function'],
    ['operation', ['+'], 'is not known. Use "purpose", "store"'],
    ['toString', 1, 'is not known'],
  ])('%s: %p', (name, value, remedy) => {
    const make = () => mathCaptcha({ [name]: value });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(`"${name}"`);
    expect(make).toThrow(remedy);
  });

  test.each([
    {},
    { purpose: undefined },
    { language: 'en-GB', operations: ['×'], blank: 'any', lifetime: 1, outstanding: 1, purpose: 'contact' },
    { store: createMemoryStore({ most: 1 }), now: () => 0, randomInt: () => 0, fields: { challenge: 'sum' } },
  ])('%p is right', (options) => {
    expect(mathCaptcha(options as Parameters<typeof mathCaptcha>[0])).toBeInstanceOf(Function);
  });
});
