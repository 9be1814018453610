import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine(
  'a visitor under a moderator’s name',
  (world) => {
    const isPublic = async (author: string, body: string): Promise<boolean> => {
      const id = idOf(await writeReply(world().visitor(), { author, body }));
      return (await world().visitor().open(article)).$(`#comment-${id}`).length === 1;
    };

    test.each(['Mo', 'М\u043e', '𝓜𝓸', 'm\u200b0', 'The Moderator', 'Ann ✓'])(
      '%s waits, with the reason',
      async (author) => {
        expect(await isPublic(author, `I speak for the site, says ${author}`)).toBe(false);
        const row = (await (await world().moderator()).open('/moderation')).$('.row').first();
        expect(row.find('.reason').text()).toContain('The name looks like that of a moderator');
      },
    );

    test.each(['The Editors', 'the edit\u03bfrs', 'Th\u0435 Editors', 'Mo, Author'])(
      '%s waits too: it is the author’s, or their badge',
      async (author) => {
        expect(await isPublic(author, `I wrote it all, says ${author}`)).toBe(false);
        const row = (await (await world().moderator()).open('/moderation')).$('.row').first();
        expect(row.find('.reason').text()).toMatch(/looks like that of (?:the author of the article|a moderator)/);
      },
    );

    test('the author of another article is an ordinary name', async () => {
      expect(await isPublic('Maria', 'I write elsewhere')).toBe(true);
    });

    test('ordinary names are published', async () => {
      for (const author of ['Modesta Rator', 'Andrea Min', 'Moe', 'Tom O']) {
        expect(await isPublic(author, `I speak for myself, says ${author}`)).toBe(true);
      }
    });

    test('no visitor gets the badge', async () => {
      const id = await world().published('With a badge of my own', { author: 'Mo Moderator' });
      const comment = (await world().visitor().open(article)).$(`#comment-${id}`);
      expect([comment.length, comment.find('.badge').length]).toEqual([1, 0]);
    });
  },
  { firstComment: 'publish' },
);
