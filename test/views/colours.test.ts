import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const sheet = readFileSync(new URL('../../public/site.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = [...sheet.matchAll(/:root \{[^}]*\}/g)].map(([block]) => block);

// A selected row writes --soft as --ink, so that soft text never stands on --disc.
const texts = [
  ['ink', ['paper', 'card', 'tint', 'disc', 'danger-tint']],
  ['soft', ['paper', 'card', 'tint']],
  ['link', ['paper', 'card', 'disc']],
  ['label', ['paper']],
  ['danger', ['paper', 'card', 'danger-tint']],
  ['on-link', ['link']],
] as const;
const pairs = texts.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const));

test.each(pairs)('%s on %s is 7:1 at least, in both themes (WCAG 2.2, 1.4.6)', (text, ground) => {
  for (const theme of [light, dark]) expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThan(7);
});

test.each(['paper', 'card'])('the edge of a control on %s is 4.5:1 at least', (ground) => {
  for (const theme of [light, dark])
    expect(contrast(colour(theme, 'edge'), colour(theme, ground))).toBeGreaterThan(4.5);
});

function colour(theme: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (!found) throw new Error(`No colour --${name}`);
  return found;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
