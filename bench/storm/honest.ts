import { type Grammar, spoken } from './grammar.ts';
import { pick } from './pick.ts';

type Draw = (below: number) => number;

const grammar: Grammar = {
  who: [
    'my neighbour',
    'the council',
    'a friend',
    'our teacher',
    'the ferry company',
    'nobody',
    'my father',
    'the editor',
  ],
  did: ['forgot', 'closed', 'repaired', 'promised', 'mentioned', 'sold', 'measured', 'painted', 'postponed', 'found'],
  what: [
    'the old pier',
    'the report',
    'the lights',
    'a meeting',
    'the boats',
    'the bridge',
    'the second ticket',
    'a map',
  ],
  when: [
    'on Friday',
    'in the rain',
    'two years ago',
    'before Christmas',
    'last spring',
    'at noon',
    'during the strike',
  ],
  where: ['by the harbour', 'at the school', 'near the market', 'in the village', 'on the island', 'behind the church'],
  view: ['I doubt', 'I hope', 'it seems', 'people say', 'one could argue', 'I am sure', 'I read elsewhere'],
  so: ['because', 'although', 'so', 'and yet', 'while', 'unless'],
  short: ['Thank you for this.', 'Well said.', 'I was there too.', 'Great article!', 'No.', 'Thanks for sharing!'],
};

/** What a reader might say: some are very short, some thank or bring a source, and no two are alike. */
export function honestOf(number: number, draw: Draw): { readonly body: string; readonly author: string } {
  const author = `${pick(['Ann', 'Bogdan', 'Carla', 'Dilek', 'Emre', 'Frida'], draw)} ${String.fromCharCode(65 + draw(26))}.`;
  if (number % 10 === 0) return { body: `${spoken('{short}', grammar, draw)} ${number}`, author };
  const source = number % 8 === 0 ? ` See https://library.example/annals/${number}.` : '';
  const text =
    '{who} {did} {what} {when} {where}, {so} {view} that {who} {did} {what} {when}. {view} {who} {did} {what}.';
  return { body: `${spoken(text, grammar, draw)}${source}`, author };
}
