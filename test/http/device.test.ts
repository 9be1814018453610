import { expect, test } from '@jest/globals';
import { deviceOf, deviceText } from '../../src/http/device.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const { t } = translatorFor('en');

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0';

test.each([
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['Chrome on Android', `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`],
  ['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/142.0.0.0`],
  ['Opera on macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome} Safari/537.36 OPR/120.0.0.0`],
  [
    'Safari on iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1',
  ],
  ['Chrome on iPad', 'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Safari/604.1'],
  ['curl', 'curl/8.14.1'],
  ['A browser', '"><script>alert(1)</script>'],
  ['A browser', undefined],
  ['A browser on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'],
])('%s is how a browser is called that says %j', (called, userAgent) => {
  expect([deviceOf(userAgent), deviceText(deviceOf(userAgent), t)]).toEqual([called, called]);
});

test('of a device only what has no name of its own is said in the reader’s language', () => {
  const said = (device: string) => deviceText(device, (key, values) => `${key} ${JSON.stringify(values ?? {})}`);
  expect(['Firefox on Android', 'curl', 'A browser', 'A browser on Windows'].map(said)).toEqual([
    'account.device {"browser":"Firefox","system":"Android"}',
    'curl',
    'account.deviceUnknown {}',
    'account.deviceUnknownOn {"system":"Windows"}',
  ]);
});
