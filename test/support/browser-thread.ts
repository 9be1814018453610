import { pages } from './browser-articles.ts';
import type { Site } from './browser-site.ts';

const minute = 60_000;

/** Fills a site as a day of letters would: a discussed article, a queue with all its lanes, and content that does not fit. */
export async function fillSite(site: Site): Promise<void> {
  await discuss(site, pages.discussed);
  await overflow(site);
  await queueUp(site);
}

/** A short conversation, approved: four comments, two of them replies. */
export async function discuss(site: Site, path: string): Promise<void> {
  const say = async (body: string, author: string, more = {}): Promise<string> => {
    const id = await site.waiting(path, { body, author, ...more });
    await site.decide('approve', [id]);
    site.clock.now += 17 * minute;
    return id;
  };
  const first = await say(
    'Thank you for putting all of it on one page. I would add *when* each of them was founded: it explains much of the tone.',
    'Ann Öberg',
    { website: 'https://ann.example' },
  );
  const second = await say('Each of them has the year on its own pages.', 'Bogdan', { parentId: first });
  await say('So they have. I read too quickly.', 'Ann Öberg', { parentId: second, website: 'https://ann.example' });
  await say('Is there a place where the agendas are published? I found `agenda.pdf` for one only.', 'Carla');
}

async function overflow(site: Site): Promise<void> {
  const endless = 'W'.repeat(120);
  const text = `${endless}\n\nhttps://example.org/${endless}\n\n\`${endless}\`\n\nمرحبا ${endless}`;
  const fields = { body: text, author: 'W'.repeat(100), website: `https://example.org/${'w'.repeat(400)}` };
  let parentId = '';
  const modest = { body: endless, author: endless.slice(0, 40) };
  for (const more of [{}, modest, modest, modest, modest, {}]) {
    parentId = await site.waiting(pages.long, { ...fields, ...more, parentId });
    await site.decide('approve', [parentId]);
  }
  await site.waiting(pages.long, { ...fields, parentId, email: `${'w'.repeat(60)}@${'w'.repeat(60)}.example` });
}

async function queueUp(site: Site): Promise<void> {
  const advertise = (number: number): Promise<string> =>
    site.waiting(pages.discussed, {
      body: `Cheap watches, offer ${number}: https://watches.example`,
      author: 'Watches',
    });
  await site.decide('spam', [await advertise(1), await advertise(2)]);
  await advertise(3);
  await advertise(4);
  await site.waiting(pages.quiet, { body: 'This goes on and on.\n\n'.repeat(40), author: 'Longwinded' });
  site.clock.now += 3 * minute;
  await site.waiting(pages.quiet, {
    body: 'Why twenty?\n\nI can count to a *hundred*.',
    author: 'Dilek',
    email: 'dilek@example.org',
  });
  site.clock.now += 8 * minute;
}
