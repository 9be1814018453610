import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import type { Letter } from '../../src/comments/letter.ts';
import { languages } from '../../src/messages/languages.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { createEmail } from '../../src/notify/email.ts';
import { lettersIn } from '../support/letters.ts';
import { from, site } from '../support/mail-addresses.ts';
import { linksIn, openMailServer } from '../support/mail-server.ts';
import { words } from '../views/render.ts';

const server = await openMailServer();
afterEach(() => {
  server.received.length = 0;
});
afterAll(() => server.close());

/** Sends the letter from a site of this language; gives the mail as it came. */
async function sent(letter: Letter, siteLanguage = 'en') {
  const email = createEmail({
    ...{ smtpUrl: server.url, from, siteName: 'The Letter', base: site, language: siteLanguage },
    ...{ letterOf: async () => letter, signal: new AbortController().signal },
  });
  const entry = { id: '1', channel: 'email', occasion: letter.occasion, about: '1', recipient: '1' } as const;
  await email({ ...entry, lane: null, createdAt: 0, dueAt: 0, attempts: 1, failedAt: null, error: null });
  const received = server.received.at(-1);
  if (!received) throw new Error('No mail came');
  const { mail } = received;
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  return { ...mail, text: mail.text ?? '', $: load(mail.html ?? ''), links: linksIn(received), header };
}

/** Folds blanks, and leaves out what isolates a name from the words around it. */
const bare = (text: string): string => words(text.replaceAll(/[\u2066-\u2069]/g, ''));

function letterOf(what: string, language: string | null): Letter {
  const letter = new Map(lettersIn(language)).get(what);
  if (!letter) throw new Error(`There is no letter ${what}`);
  return letter;
}

describe.each(languages)('a mail in $name', ({ tag, direction, locale }) => {
  test.each(lettersIn(tag))('%s: both parts say the same, and lead nowhere but to us', async (_what, letter) => {
    const { subject, text, $, links, header } = await sent(letter);
    for (const part of [subject, text, $('body').text(), $('title').text()]) {
      expect(part?.trim()).not.toBe('');
      expect(part).not.toMatch(/[{}]|mail\.[a-z]|evil\.example|www\./);
    }
    expect($('title').text()).toBe(subject);
    expect(
      $('a')
        .get()
        .map((link) => $(link).attr('href')),
    ).toEqual(links);
    expect(links.filter((link) => !link.startsWith(`${site}/`))).toEqual([]);
    expect(links.length).toBeGreaterThanOrEqual(2);
    // Isolates stand where HTML has an element.
    const plain = bare(text);
    for (const element of $('p').get()) expect(plain).toContain(bare($(element).text()));
    const quoted = $('blockquote')
      .get()
      .flatMap((element) => $(element).html()?.split('<br>') ?? []);
    for (const line of quoted) expect(text).toContain(`> ${load(line).text()}\n`);
    if (quoted.length > 0) expect(text).toContain(translatorFor(tag).t('mail.cutLink'));
    expect([$('html').attr('lang'), $('html').attr('dir') ?? 'ltr']).toEqual([tag, direction]);
    expect([$('body > div').attr('lang'), $('body > div').attr('dir')]).toEqual([tag, direction]);
    expect(header('content-language')).toBe(tag);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-unsubscribe')).toBe(letter.stop === null ? undefined : `<${site}${letter.stop}>`);
  });

  test('counts as its readers do', async () => {
    expect((await sent(letterOf('a digest', tag))).text).toContain(new Intl.NumberFormat(locale).format(1_234));
  });
});

test.each(languages)('$name is what a site of it writes in to whoever stated no language', async ({ tag }) => {
  const { subject, header } = await sent(letterOf('reply', null), tag);
  const title = 'Tides & “moon”';
  expect([header('content-language'), subject]).toEqual([tag, translatorFor(tag).t('mail.replySubject', { title })]);
});

test('a language without a catalogue is written to in English', async () => {
  const { subject, header } = await sent(letterOf('reply', 'tlh'), 'tlh');
  expect([header('content-language'), subject]).toEqual(['en', 'An answer to your reply to “Tides & “moon””']);
});
