import type { Translate } from '../messages/translator.ts';

const unknown = 'A browser';

/** What a browser calls itself, by which a person knows their own, as it is kept: "Firefox on Android". */
export function deviceOf(userAgent: string | undefined): string {
  const find = (names: readonly (readonly [RegExp, string])[]): string | undefined =>
    names.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const browser = find(browsers) ?? unknown;
  const system = find(systems);
  return system ? `${browser} on ${system}` : browser;
}

/** The same as people read it. */
export function deviceText(device: string, t: Translate): string {
  const [browser = '', system] = device.split(' on ', 2);
  if (system === undefined) return browser === unknown ? t('account.deviceUnknown') : browser;
  return browser === unknown ? t('account.deviceUnknownOn', { system }) : t('account.device', { browser, system });
}

/** Most browsers also name those that they descend from: the newest name decides. */
const browsers = [
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
] as const;

const systems = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;
