import { expect, test } from '@jest/globals';
import { languages } from '../../src/captcha/words/index.ts';
import type { Draft } from '../../src/comments/comment.ts';
import { noEvidence } from '../../src/comments/evidence.ts';
import { foreignScript } from '../../src/comments/rules/foreign-script.ts';
import type { Objection } from '../../src/comments/screening.ts';

const visitor = { proven: false, unable: false, hurried: false, guessing: false, attacked: false };

function objectionTo(body: string, language: string): Objection | null {
  const draft: Draft = { body, honeypot: '', parentId: null, author: { name: 'Ann', email: null, website: null } };
  return foreignScript(language)({ ...visitor, ...noEvidence, language: null, draft, html: body });
}

test.each(languages)('the letters of $language are known where sums are asked in it', ({ language, numbers }) => {
  const body = numbers.join(' ');
  expect(body.match(/\p{L}/gu)?.length).toBeGreaterThan(20);
  expect(objectionTo(body, language)).toBeNull();
});
