import { type MessageKey, message, type Said } from '../messages/message.ts';

/** What the rules of screening are called, wherever moderators read of them. */
const ruleKeys: Readonly<Record<string, MessageKey>> = {
  listed: 'rule.listed',
  unsolved: 'rule.unsolved',
  honeypot: 'rule.honeypot',
  blocklist: 'rule.blocklist',
  nameIsAddress: 'rule.nameIsAddress',
  impersonates: 'rule.impersonates',
  links: 'rule.links',
  foreignScript: 'rule.foreignScript',
  repeated: 'rule.repeated',
  learned: 'rule.learned',
  hurried: 'rule.hurried',
  guessing: 'rule.guessing',
  attacked: 'rule.attacked',
  flood: 'rule.flood',
  firstComment: 'rule.firstComment',
  unnamed: 'rule.unnamed',
};

export const ruleNames: readonly string[] = Object.keys(ruleKeys);

const limitKeys: Readonly<Record<string, MessageKey>> = {
  'held-address': 'rule.heldAddress',
  'held-site': 'rule.heldSite',
  'steps-address': 'rule.stepsAddress',
  'likes-network': 'rule.likesNetwork',
  'likes-comment': 'rule.likesComment',
  'previews-network': 'rule.previewsNetwork',
};

/** One without a label is said by its name. */
export const ruleLabel = (rule: string): Said => labelIn(ruleKeys, rule);
export const limitLabel = (limit: string): Said => labelIn(limitKeys, limit);

const labelIn = (keys: Readonly<Record<string, MessageKey>>, name: string): Said =>
  (Object.hasOwn(keys, name) ? keys[name] : undefined) ?? message('rule.other', { name });
