/**
 * Languages whose words the two sources write differently, as people reviewed them; docs/words.md says why. Of each:
 * `asked`: the source whose words are asked;
 * `accepted`: the other sources whose spellings `also` has to hold;
 * `byHand`: what `also` holds beyond that, in no source;
 * `differences`: all that is different between %spellout-numbering and toCardinal today, "number CLDR ≠ n2words". Where
 * a new release changes one, `npm run words -- --check` fails until somebody has looked at it again.
 * A source is "cldr LANGUAGE RULESET" or "n2words LOCALE [OPTION=VALUE]".
 */
export const reviews = {
  ar: {
    asked: 'n2words ar-SA',
    accepted: [
      'n2words ar-SA gender=feminine',
      'cldr ar %spellout-numbering',
      'cldr ar %spellout-cardinal-masculine',
      'cldr ar %spellout-cardinal-feminine',
    ],
    byHand: ['اثنين', 'اثنتين', 'ثماني', 'اثني عشر', 'اثنتي عشرة', 'عشرين'],
    differences: ['2 إثنان ≠ اثنان', '11 إحدى عشر ≠ أحد عشر', '12 إثنا عشر ≠ اثنا عشر'],
  },
  es: {
    asked: 'cldr es %spellout-numbering',
    accepted: [
      'cldr es %spellout-cardinal-masculine',
      'cldr es %spellout-cardinal-feminine',
      'n2words es-ES',
      'n2words es-ES gender=feminine',
      'n2words es-MX',
      'n2words es-US',
    ],
    byHand: [],
    differences: ['16 dieciséis ≠ dieciseis'],
  },
  // Where n2words has a Latin "i" among Cyrillic letters, which no eye can see.
  uk: {
    asked: 'cldr uk %spellout-numbering',
    accepted: [
      'cldr uk %spellout-cardinal-masculine',
      'cldr uk %spellout-cardinal-feminine',
      'cldr uk %spellout-cardinal-neuter',
      'n2words uk-UA',
      'n2words uk-UA gender=feminine',
    ],
    byHand: [],
    differences: [
      "5 пʼять ≠ п'ять",
      '6 шість ≠ шiсть',
      '7 сім ≠ сiм',
      '8 вісім ≠ вiсiм',
      "9 девʼять ≠ дев'ять",
      "15 пʼятнадцять ≠ п'ятнадцять",
      '16 шістнадцять ≠ шiстнадцять',
      '17 сімнадцять ≠ сiмнадцять',
      '18 вісімнадцять ≠ вiсiмнадцять',
      "19 девʼятнадцять ≠ дев'ятнадцять",
    ],
  },
  zh: {
    asked: 'cldr zh %spellout-cardinal',
    accepted: [
      'cldr zh %spellout-numbering',
      'cldr zh %spellout-cardinal-alternate2',
      'cldr zh %spellout-cardinal-financial',
      'cldr zh-Hant %spellout-cardinal',
      'cldr zh-Hant %spellout-numbering',
      'cldr zh-Hant %spellout-cardinal-alternate2',
      'cldr zh-Hant %spellout-cardinal-financial',
      'n2words zh-Hans-CN',
      'n2words zh-Hans-CN formal=false',
      'n2words zh-Hant-TW',
      'n2words zh-Hant-TW formal=false',
    ],
    byHand: [],
    differences: [
      '0 〇 ≠ 零',
      '1 一 ≠ 壹',
      '2 二 ≠ 贰',
      '3 三 ≠ 叁',
      '4 四 ≠ 肆',
      '5 五 ≠ 伍',
      '6 六 ≠ 陆',
      '7 七 ≠ 柒',
      '8 八 ≠ 捌',
      '9 九 ≠ 玖',
      '10 十 ≠ 壹拾',
      '11 十一 ≠ 壹拾壹',
      '12 十二 ≠ 壹拾贰',
      '13 十三 ≠ 壹拾叁',
      '14 十四 ≠ 壹拾肆',
      '15 十五 ≠ 壹拾伍',
      '16 十六 ≠ 壹拾陆',
      '17 十七 ≠ 壹拾柒',
      '18 十八 ≠ 壹拾捌',
      '19 十九 ≠ 壹拾玖',
      '20 二十 ≠ 贰拾',
    ],
  },
};
