import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment } from '../../src/comments/comment.ts';
import { keyedBy } from '../../src/http/address.ts';
import { avatarsBy } from '../../src/http/avatars.ts';
import { identicon } from '../../src/http/identicon.ts';
import { aComment } from '../store/samples.ts';
import { article, describeOnEveryEngine, writeReply } from '../support/world.ts';

const avatarOf = avatarsBy(keyedBy('a secret of this site, and long enough'));
const by = (email: string | null, more: Partial<Comment> = {}) =>
  avatarOf(aComment(1, { status: 'approved', author: { name: 'Ann', email, website: null }, ...more }));

describe('the key of a picture', () => {
  test('is that of the address, however it is typed, under any name and from any visit', () => {
    const key = by('ann@example.org');
    expect(key).toMatch(/^[\w-]{12}$/);
    expect(
      by(' Ann@Example.org ', {
        visitor: 'elsewhere',
        author: { name: 'A.', email: 'ANN@example.org', website: null },
      }),
    ).toBe(key);
    expect(by('bob@example.org')).not.toBe(key);
  });

  test('without an address is that of name and visit', () => {
    expect(by(null)).toBe(by(null));
    expect(by(null, { visitor: 'elsewhere' })).not.toBe(by(null));
  });

  test('says nothing without the secret', () => {
    const elsewhere = avatarsBy(keyedBy('another secret, just as long as that'));
    expect(elsewhere(aComment(1, { status: 'approved' }))).not.toBe(avatarOf(aComment(1, { status: 'approved' })));
  });

  test('of a moderator is that of the account: nobody gets it by typing the address', () => {
    expect(by('mo@example.org', { moderatorId: 'mo' })).not.toBe(by('mo@example.org'));
  });

  test('is none while a comment waits, or once it was erased', () => {
    expect([by('ann@example.org', { status: 'pending' }), by('ann@example.org', { erasedAt: 1 })]).toEqual([
      null,
      null,
    ]);
  });
});

describe('the picture', () => {
  test('is the same both ways round, whatever the key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 9, maxLength: 9 }), (bytes) => {
        const cells = [...identicon(Buffer.from(bytes)).matchAll(/M(\d) (\d)/g)].map(([, x, y]) => `${x} ${y}`);
        const mirrored = cells.map((cell) => `${4 - Number(cell[0])} ${cell[2]}`);
        expect(mirrored.toSorted()).toEqual(cells.toSorted());
      }),
    );
  });
});

describeOnEveryEngine('pictures of authors', (world) => {
  test('are drawn here, kept for a year, and set no cookie; the own waiting comment has an initial', async () => {
    await world().published('With a picture', { email: 'ann@example.org' });
    const ann = world().visitor();
    await writeReply(ann, { body: 'Without one yet', email: 'ann@example.org' });
    const page = await ann.open(article);
    expect(page.$('.comment img.disc').length).toBe(1);
    expect(page.$('.comment.waiting span.disc').text()).toBe('A');
    const { headers, status } = await ann.open(page.$('img.disc').attr('src') ?? '');
    expect([status, headers['content-type'], headers['cache-control'], headers['set-cookie']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
      'public, max-age=31536000, immutable',
      undefined,
    ]);
    for (const key of ['short', 'x'.repeat(13), '%00', 'aaaaaaaaaaa.'])
      expect((await ann.open(`/avatars/${key}.svg`)).status).toBe(404);
  });
});
