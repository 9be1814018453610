import type { MessageKey } from '../../messages/message.ts';
import type { Translate } from '../../messages/translator.ts';
import { lengths, thinks } from './features.ts';

/** A token as moderators read it: a word of a comment stands as it was written, whatever the language. */
export function inWords(token: string, t: Translate): string {
  const at = token.indexOf(':');
  const value = token.slice(at + 1);
  const sign = signs[token];
  return sign ? t(sign) : (kinds[token.slice(0, at)]?.(value, t) ?? value);
}

/** Of one person, known by a hash: on a list it would tell nobody anything. */
export const isHidden = (token: string): boolean => /^(?:name|mail|website):/.test(token);

const signs: Readonly<Record<string, MessageKey>> = {
  'links:0': 'filter.noLink',
  'links:1': 'filter.oneLink',
  'links:2+': 'filter.moreLinks',
  'names:1': 'filter.nameOne',
  'names:2': 'filter.nameTwo',
  'names:3': 'filter.nameMore',
  'given:mail': 'filter.mailGiven',
  'given:no-mail': 'filter.mailNone',
  'given:website': 'filter.websiteGiven',
  'given:no-website': 'filter.websiteNone',
  'pace:pasted': 'filter.pasted',
  'pace:typed': 'filter.typed',
  'shape:capitals': 'filter.capitals',
  'shape:exclaims': 'filter.exclaims',
};

const kinds: Readonly<Record<string, (value: string, t: Translate) => string>> = {
  link: (host, t) => t('filter.linkTo', { host }),
  domain: (ending, t) => t('filter.linkTo', { host: `.${ending}` }),
  // Of people only hashes are kept.
  name: (_hash, t) => t('filter.authorName'),
  mail: (_hash, t) => t('filter.authorMail'),
  website: (_hash, t) => t('filter.authorWebsite'),
  length: (step, t) => between(Number(step), lengths, t, ['filter.longUnder', 'filter.longBetween', 'filter.longOver']),
  think: (step, t) => between(Number(step), thinks, t, ['filter.tookUnder', 'filter.tookBetween', 'filter.tookOver']),
  hours: (block, t) => t('filter.hours', { from: Number(block) * 4, to: Number(block) * 4 + 4 }),
};

type Steps = readonly [under: MessageKey, between: MessageKey, over: MessageKey];

function between(step: number, steps: readonly number[], t: Translate, [under, within, over]: Steps): string {
  const [from, to] = [steps[step - 1], steps[step]];
  if (from === undefined) return t(under, { to: to ?? 0 });
  return to === undefined ? t(over, { from }) : t(within, { from, to });
}
