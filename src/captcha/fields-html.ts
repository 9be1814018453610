import { longestResponse } from './answer.ts';
import type { Challenge } from './challenge.ts';
import type { FieldNames } from './options.ts';
import { escapeHtml, promptHtml } from './prompt-html.ts';
import { wordsFor } from './words/index.ts';

/**
 * Safe HTML of the whole field: label, input and the hidden id. No `pattern`, which would refuse words and native
 * digits, and no autocomplete: browsers restore even hidden values, and an old id would meet a new sum.
 */
export function fieldsHtml(challenge: Challenge, fields: FieldNames): string {
  // The id of the challenge keeps two forms of one page apart.
  const inputId = escapeHtml(`${fields.response}-${challenge.id}`);
  const { language, direction } = wordsFor(challenge.language);
  return [
    `<label for="${inputId}" lang="${language}" dir="${direction}">${promptHtml(challenge.prompt)}</label>`,
    `<input type="text" inputmode="numeric" autocomplete="off" maxlength="${longestResponse}" required` +
      ` id="${inputId}" name="${escapeHtml(fields.response)}">`,
    `<input type="hidden" autocomplete="off" name="${escapeHtml(fields.challenge)}" value="${escapeHtml(challenge.id)}">`,
  ].join('\n');
}
