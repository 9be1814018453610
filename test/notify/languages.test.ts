import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createLetters } from '../../src/comments/letters.ts';
import type { NewEntry } from '../../src/comments/outbox.ts';
import { hashOfSecret } from '../../src/comments/secret.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { engines } from '../support/engines.ts';
import { openMailServer } from '../support/mail-server.ts';
import { from, linkTo, site } from '../support/mail-world.ts';
import { article, credentials, openWorld, type World, writeReply } from '../support/world.ts';

const server = await openMailServer();
afterEach(() => {
  server.received.length = 0;
});
afterAll(() => server.close());

const lasting = engines.filter((engine) => engine.lasting).map((engine) => [engine.name, engine] as const);
/** Of a page at a German site that nobody stated a language to: English, until there is a German catalogue. */
const german = translatorFor('de').tag;

// The site's own language is offered whatever catalogues there are.
describe.each(lasting)('at a German site (%s)', (_name, engine) => {
  let world: World;
  let store: Store;
  beforeAll(async () => {
    const place = await engine.provide();
    const mail = { smtpUrl: server.url, mailFrom: from, baseUrl: site, language: 'de' };
    world = await openWorld({ ...engine, provide: async () => place }, mail);
    store = await openStore({ ...place, now: () => world.clock.now });
  });
  afterAll(async () => {
    await store.close();
    await world.close();
  });

  const reading = (wanted: string) => world.visitor(wanted === '' ? {} : { 'accept-language': wanted });

  const letterOf = async (what: Pick<NewEntry, 'occasion' | 'about' | 'recipient'>) => {
    const entry = { ...what, id: 'e', channel: 'email', lane: null, createdAt: 0, dueAt: 0 } as const;
    const letters = createLetters({ ...store, keyed: (...said) => said.join(), now: () => 0 });
    return letters({ ...entry, attempts: 1, failedAt: null, error: null });
  };

  /** In the store, and in the letter, of whoever the mail that came last asks. */
  async function languageOfAsked() {
    await (await world.comments.ready).deliver();
    const token = linkTo(server.received, '/mail/confirm').split('token=')[1] ?? '';
    const follower = await store.followers.byConfirmHash(hashOfSecret(token));
    const recipient = follower?.id ?? '';
    return [follower?.language, (await letterOf({ occasion: 'confirm', about: recipient, recipient }))?.language];
  }

  const languageOfModerator = async () => {
    const moderator = await store.people.moderators.byEmail(credentials.email);
    const recipient = moderator?.id ?? '';
    return [moderator?.language, (await letterOf({ occasion: 'digest', about: '1', recipient }))?.language];
  };

  test.each([
    ['en-GB, de;q=0.5', 'en'],
    ['de-AT, en;q=0.5', 'de'],
    ['tlh', german],
    ['', german],
  ])('whoever asks for mail from a browser that asks for %j is written to in %s', async (wanted, language) => {
    const following = reading(wanted);
    const follower = `follows-${world.clock.now}@example.org`;
    await following.submit(await following.open(article), 'form[action$="/follow"]', { follower });
    expect(await languageOfAsked()).toEqual([language, language]);
    server.received.length = 0;
    const email = `writes-${world.clock.now}@example.org`;
    await writeReply(reading(wanted), { body: `To ${email}`, email, follow: '1' });
    expect(await languageOfAsked()).toEqual([language, language]);
  });

  test('a moderator is written to in the language of signing in, and of the account page where mail was chosen', async () => {
    await writeReply(world.visitor(), { body: 'Something waits.' });
    expect(await languageOfModerator()).toEqual([null, null]);
    const signIn = async (wanted: string) => {
      const mo = reading(wanted);
      await mo.submit(await mo.open('/sign-in'), 'form[action="/sign-in"]', credentials);
      return mo;
    };
    await signIn('en');
    expect(await languageOfModerator()).toEqual(['en', 'en']);
    const mo = await signIn('de');
    expect(await languageOfModerator()).toEqual(['de', 'de']);
    const page = await mo.open('/account');
    mo.agent.set('accept-language', 'en');
    await mo.submit(page, 'form[action="/account/mail"]', { mail: 'hourly' });
    expect(await languageOfModerator()).toEqual(['en', 'en']);
  });
});
