import type { Shown } from './browser.ts';

/** Written from right to left; with it each text of somebody that a test types can be found again. */
export const foreign = 'נרות';

/** Attributes that people meet as text. */
const told = ['title', 'aria-label', 'alt', 'placeholder', 'content', 'data-announce'] as const;

/**
 * Where foreign text stands in the page without being isolated from the words around it, by an element or by the
 * characters for it (Unicode, UAX #9): there it would turn their order around.
 */
export function unisolated({ $, html }: Pick<Shown, '$' | 'html'>): readonly string[] {
  const found: string[] = [];
  if (!html.includes(foreign)) found.push('no foreign text at all');
  $('*')
    .contents()
    .each((_at, node) => {
      if (node.type !== 'text' || !node.data.includes(foreign)) return;
      const around = $(node).closest('bdi, [dir=auto], script');
      if (around.length === 0 && !isIsolated(node.data))
        found.push(`${$(node).parent().prop('tagName')}: ${node.data.trim()}`);
    });
  for (const name of told)
    $(`[${name}*="${foreign}"]`).each((_at, element) => {
      const text = $(element).attr(name) ?? '';
      if (!isIsolated(text)) found.push(`${name}: ${text}`);
    });
  $(`input[value*="${foreign}"]:not([type=hidden], [type=checkbox], [type=radio], [dir=auto])`).each((_at, element) => {
    found.push(`the field ${$(element).attr('name')}`);
  });
  return found;
}

/** Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, wherever it stands; or all there is, which nothing surrounds. */
function isIsolated(text: string): boolean {
  return text.replace(/\u2068[^\u2069]*\u2069/g, '').includes(foreign) === false;
}
