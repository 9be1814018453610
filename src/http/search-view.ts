import { type Filter, isFiltered, noFilter, type Order, orders } from '../comments/queue.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';
import { type FieldView, fieldsOf, queryOf } from './pairs.ts';
import { type Asked, fieldNames, filterKeys, pairsOf } from './queue-filter.ts';
import { networkName } from './queue-rows.ts';
import type { FilterView } from './queue-view.ts';
import { ruleLabel, ruleNames } from './rule-labels.ts';

/** Longer lists help nobody to choose. */
const mostArticles = 200;

const orderKeys: Readonly<Record<Order, MessageKey>> = {
  newest: 'queue.newestFirst',
  largest: 'queue.largestFirst',
  honest: 'queue.honestFirst',
  spam: 'queue.spamFirst',
};

/** The form that filters, and the chips that say what it filters by. */
export function filterView(
  asked: Asked,
  action: string,
  articles: readonly { readonly slug: string; readonly title: string }[],
  t: Translate,
): FilterView {
  const { filter, order, status } = asked;
  const url = (changed: Filter): string => `${action}?${queryOf(pairsOf({ status, filter: changed, order }))}`;
  const values = new Map(pairsOf({ filter }));
  const titles = new Map(articles.map(({ slug, title }) => [slug, title]));
  const value = (name: keyof Filter): string => values.get(fieldNames[name]) ?? '';
  return {
    action,
    isSet: isFiltered(filter),
    fields: {
      q: value('text'),
      article: value('article'),
      author: value('author'),
      rule: value('rule'),
      language: value('language'),
      from: value('since'),
      to: value('until'),
    },
    hidden: [{ name: 'status', value: status ?? 'pending' }, ...fieldsOf(pairsOf({ filter: untyped(filter) }))],
    articles: articles.slice(0, mostArticles).map(({ slug, title }) => ({ name: title, value: slug })),
    rules: rulesWith(filter.rule, t),
    orders: orders.map((each) => ({ name: t(orderKeys[each]), value: each })),
    order,
    chips: (Object.keys(noFilter) as (keyof Filter)[])
      .filter((name) => filter[name] !== null)
      .map((name) => ({
        label: t(filterKeys[name]),
        text: chipText(name, value(name), titles, t),
        url: url({ ...filter, [name]: null }),
      })),
    clear: url(noFilter),
  };
}

const untyped = ({ network, cluster }: Filter): Filter => ({ ...noFilter, network, cluster });

/** A rule of another version, or of another part, is one to choose too, once it is chosen. */
function rulesWith(rule: string | null, t: Translate): readonly FieldView[] {
  const names = new Set([...ruleNames, ...(rule === null ? [] : [rule])]);
  return [...names].map((value) => ({ name: t(ruleLabel(value)), value }));
}

function chipText(name: keyof Filter, value: string, titles: ReadonlyMap<string, string>, t: Translate): string {
  if (name === 'network') return networkName(value);
  if (name === 'rule') return t(ruleLabel(value));
  if (name === 'cluster') return t('queue.oneGroup');
  return name === 'article' ? (titles.get(value) ?? value) : value;
}
