/** What the rules of screening are called, wherever moderators read of them. */
export const ruleLabels: Readonly<Record<string, string>> = {
  listed: 'On your lists',
  unsolved: 'Sent without doing the sum',
  honeypot: 'A field that nobody sees was filled',
  blocklist: 'On the blocklist',
  nameIsAddress: 'The name is a web address',
  impersonates: 'The name looks like a moderator’s',
  links: 'Links',
  foreignScript: 'Letters of another alphabet',
  repeated: 'The same words from another address',
  learned: 'Reads like what was marked as spam',
  hurried: 'Too fast, for the second time',
  guessing: 'After many wrong answers from there',
  attacked: 'While strangers were held',
  flood: 'Over the limits on publishing',
  firstComment: 'First comment of its author',
  unnamed: 'By an earlier version',
};

const limitLabels: Readonly<Record<string, string>> = {
  'held-address': 'Comments waiting from one address',
  'held-site': 'Comments waiting on the whole site',
  'steps-address': 'Sums for posts without one, from one address',
  'likes-network': 'Likes from one network',
  'likes-comment': 'Likes of one comment from one network',
};

/** One without a label is shown by its name. */
export const ruleLabel = (rule: string): string => labelIn(ruleLabels, rule);
export const limitLabel = (limit: string): string => labelIn(limitLabels, limit);

const labelIn = (labels: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(labels, name) ? labels[name] : null) ?? name;
