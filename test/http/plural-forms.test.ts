import { expect, test } from '@jest/globals';
import { pluralForms } from '../../src/http/plural-forms.ts';
import { languages } from '../../src/messages/languages.ts';
import { translatorFor } from '../../src/messages/translator.ts';

test('a script gets the sentence in each plural form, the number left open', () => {
  expect(pluralForms('act.undone', translatorFor('en'))).toEqual({
    locale: 'en-GB',
    forms: { one: '{n} comment put back where it was.', other: '{n} comments put back where they were.' },
  });
});

test.each(languages)('in $tag it says what the page says, of every number that fits on one', ({ tag }) => {
  const translator = translatorFor(tag);
  const { locale, forms } = pluralForms('act.approved', translator);
  const number = new Intl.NumberFormat(locale);
  for (let count = 1; count <= 1_000; count += 1) {
    const form = forms[new Intl.PluralRules(locale).select(count)] ?? '';
    expect(form.replace('{n}', number.format(count))).toBe(translator.t('act.approved', { count }));
  }
});
