import type { Prompt, Token } from './wording.ts';
import { glyphOf } from './wording.ts';

/**
 * Safe HTML of the sum, the content of a `<label>`: signs for eyes, words for ears. The page needs a style for
 * `.visually-hidden` (out of sight, yet there for a screen reader).
 */
export function promptHtml(prompt: Prompt): string {
  return prompt.map(tokenHtml).join(' ');
}

function tokenHtml(token: Token): string {
  const glyph = escapeHtml(glyphOf(token));
  if (token.kind === 'number' || token.kind === 'equals') return glyph;
  const word = escapeHtml(token.word);
  return `<span aria-hidden="true">${glyph}</span> <span class="visually-hidden">${word}</span>`;
}

/** Fit for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
