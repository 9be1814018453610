import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** What eyes see of a sum. */
export interface ShownSum {
  readonly question: string;
  readonly challenge: string;
  /** BCP 47 tag of the nearest element that says one. */
  readonly language: string;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The label of the field `response`, without what is hidden from eyes; undefined when one of the fields is missing. */
export function sumShownOn(
  html: string,
  fields: { readonly challenge: string; readonly response: string },
): ShownSum | undefined {
  const elements = [...elementsOf(parse(html))];
  const named = (name: string): Element | undefined =>
    elements.find((element) => element.tagName === 'input' && attributeOf(element, 'name') === name);
  const input = named(fields.response);
  const challenge = named(fields.challenge);
  // A field that eyes do not see asks nothing.
  if (!input || !challenge || attributeOf(input, 'type') === 'hidden') return undefined;
  // Without an id it would take the first label that is for no field in particular.
  const id = attributeOf(input, 'id') ?? '';
  const label = elements.find((element) => element.tagName === 'label' && attributeOf(element, 'for') === id);
  if (!label) throw new Error(`The field "${fields.response}" has no label that asks a sum.`);
  return {
    question: seen(label).replace(/\s+/g, ' ').trim(),
    challenge: attributeOf(challenge, 'value') ?? '',
    language: languageOf(label),
  };
}

function* elementsOf(node: Node): Iterable<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

function seen(node: Node): string {
  if (!('childNodes' in node)) return 'value' in node ? node.value : '';
  const hidden = 'tagName' in node && (attributeOf(node, 'class') ?? '').split(/\s+/).includes('visually-hidden');
  return hidden ? ' ' : node.childNodes.map(seen).join('');
}

function languageOf(element: Element): string {
  for (let at: Node | null = element; at; at = 'parentNode' in at ? at.parentNode : null) {
    const language = 'tagName' in at ? attributeOf(at, 'lang') : undefined;
    if (language) return language;
  }
  return 'en';
}
