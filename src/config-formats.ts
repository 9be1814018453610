import { isIP } from 'node:net';
import { z } from 'zod';
import { type Limits, limitNames } from './comments/limits.ts';

export function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

export function oneOf<const T extends readonly string[]>(words: T) {
  return z.enum(words, `must be one of: ${words.join(', ')}.`);
}

/** `publish-address=5/10m, held-site=1000/1h` to limits by name. */
export function readLimits(items: readonly string[], context: z.RefinementCtx): Partial<Limits> {
  const limits = items.map((item) => {
    const [, name, points, count, unit = ''] = /^([a-z-]+)\s*=\s*(\d{1,9})\/([1-9]\d{0,5})([smhd])$/.exec(item) ?? [];
    const known = limitNames.find((limit) => limit === name);
    if (!known)
      context.addIssue(`has "${item}", which is not like publish-address=3/10m. Names: ${limitNames.join(', ')}.`);
    return [known, { points: Number(points), seconds: Number(count) * (secondsOf[unit] ?? 1) }] as const;
  });
  return Object.fromEntries(limits.filter(([name]) => name));
}

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

export function isSiteUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
}

export function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

export function areProxies(items: readonly string[]): boolean {
  return items.every(isProxy);
}

function isProxy(item: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(item)) return true;
  const [address = '', prefix, ...more] = item.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    bits > 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}
