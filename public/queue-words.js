/* The sentences of the queue, in the language of the page, which has them in its attributes. */
const { dataset } = document.getElementById('queue') ?? { dataset: {} };

export const words = dataset;

/* A sentence about a number: `data` holds it in each plural form of the language. */
export function counted(data, number) {
  const { locale, forms } = JSON.parse(data);
  const form = forms[new Intl.PluralRules(locale).select(number)] ?? forms.other;
  return form.replace('{n}', new Intl.NumberFormat(locale).format(number));
}
