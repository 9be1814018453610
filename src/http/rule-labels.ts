/** What the rules of screening are called where moderators choose between them; one without a label has its name. */
export const ruleLabels: Readonly<Record<string, string>> = {
  firstComment: 'First comment',
  links: 'Too many links',
  listed: 'On a list',
  learned: 'Reads like spam',
  blocklist: 'Word of the blocklist',
  nameIsAddress: 'Address for a name',
  foreignScript: 'Letters not used here',
  repeated: 'Same words from elsewhere',
  honeypot: 'Hidden field filled',
  unsolved: 'Sum not solved',
  hurried: 'Too fast',
  flood: 'Over a limit',
  guessing: 'Guesses from there',
  attacked: 'Site under attack',
};

export const ruleLabel = (rule: string): string => (Object.hasOwn(ruleLabels, rule) ? ruleLabels[rule] : null) ?? rule;
