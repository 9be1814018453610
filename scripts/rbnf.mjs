/**
 * Spells a whole number from 0 to 999 by a rule set of CLDR's rule-based number formats (UTS #35 part 3, "Rule-Based
 * Number Formatting"), of which only what whole numbers need is read here. `rules` is `SpelloutRules` of cldr-rbnf's
 * JSON; throws a RangeError where no rule applies.
 */
export function spell(number, ruleSet, rules) {
  const { base, divisor, text } = ruleFor(number, ruleSet, rules);
  const rest = number % divisor;
  const spelled = (value) => (_, other) => spell(value, other ?? ruleSet, rules);
  return text
    .replace(/\[([^\]]*)\]/g, (_, optional) => (base > 0 && rest === 0 ? '' : optional))
    .replace(/=(%[^=]+)=/g, spelled(number))
    .replace(/→(%[^→]+)?→/g, spelled(rest))
    .replace(/←(%[^←]+)?←/g, spelled(Math.floor(number / divisor)));
}

/** The rule with the highest base that is not above the number, and the power of its radix that it divides by. */
function ruleFor(number, ruleSet, rules) {
  const rule = (rules[ruleSet] ?? []).map(readRule).findLast(({ base }) => base <= number);
  if (!rule) throw new RangeError(`${ruleSet} has no rule for ${number}`);
  return { ...rule, divisor: rule.radix ** exponentOf(rule) };
}

/** A key is "20" or, with a radix, "1100/100"; others ("-x", "Inf") are for what is no whole number and never match. */
function readRule([key, text]) {
  const [, base = 'NaN', radix = '10'] = /^(\d+)(?:\/(\d+))?$/.exec(key) ?? [];
  return { base: Number(base), radix: Number(radix), text: text.replace(/;$/, '').replace(/^'/, '') };
}

function exponentOf({ base, radix }) {
  let exponent = 0;
  while (radix ** (exponent + 1) <= base) exponent += 1;
  return exponent;
}
