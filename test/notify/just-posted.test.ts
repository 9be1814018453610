import { expect, test } from '@jest/globals';
import { describeWithMail } from '../support/mail-world.ts';
import { article, writeReply } from '../support/world.ts';

await describeWithMail('a comment that was just posted', (world) => {
  test('says that there is mail to look for, once, and only to whoever asked for some', async () => {
    const shownTo = async (fields: object) => {
      const writer = world().visitor();
      const posted = await writeReply(writer, { body: 'Is there mail?', email: 'ada@example.org', ...fields });
      const pages = [await writer.open(posted.headers.location ?? ''), await writer.open(article)];
      return pages.map((page) => page.$('.receipt-mailed').text());
    };
    expect(await shownTo({ follow: '1' })).toEqual([expect.stringMatching(/^Look into your mail\. /), '']);
    expect(await shownTo({})).toEqual(['', '']);
  });
});
