import { control, lengthOf } from '../comments/line.ts';
import { message, type Said } from '../messages/message.ts';

export const longestExplanation = 500;

/** What a moderator tells an author: as typed, without blanks around it, and what is to be mended or null. */
export function readExplanation(posted: unknown): { readonly body: string; readonly problem: Said | null } {
  const typed = typeof posted === 'object' && posted !== null && 'body' in posted ? posted.body : '';
  const body = typeof typed === 'string' ? typed.replace(/\r\n?/g, '\n').trim() : '';
  return { body, problem: problemOf(body) };
}

function problemOf(body: string): Said | null {
  if (lengthOf(body) > longestExplanation) return message('explain.long', { most: longestExplanation });
  return control.test(body) ? 'explain.controls' : null;
}
