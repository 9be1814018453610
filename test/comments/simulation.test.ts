import { describe, expect, test } from '@jest/globals';
import { wanted } from '../../src/comments/list-entry.ts';
import { type Past, type ReadPast, simulate } from '../../src/comments/simulation.ts';
import { cpuTime } from '../support/cpu-time.ts';

const now = 1_700_000_000_000;

function past(number: number, body: string, fields: Partial<Past> = {}): Past {
  const author = { name: `Author ${number}`, email: null, website: null };
  const id = String(number).padStart(6, '0');
  return { id, status: 'pending', author, html: `<p>${body}</p>`, address: null, network: null, ...fields };
}

/** Newest first, as the store gives them. */
function reading(comments: readonly Past[], asked: { since: number }[] = []): ReadPast {
  const sorted = comments.toSorted((one, other) => (one.id < other.id ? 1 : -1));
  return async ({ since, before, limit }) => {
    asked.push({ since });
    return sorted.filter(({ id }) => before === null || id < before).slice(0, limit);
  };
}

describe('trying an entry on what was written', () => {
  test('counts by lane, and shows the five newest with what was hit', async () => {
    const comments = [
      past(1, 'Andressa was here'),
      past(2, 'the first dress', { status: 'approved' }),
      ...[3, 4, 5, 6, 7].map((number) => past(number, `dress ${number}`, { status: 'spam' })),
    ];
    const asked: { since: number }[] = [];
    const simulation = await simulate(wanted('word', 'dress'), reading(comments, asked), now);
    expect(simulation.hits).toEqual({ pending: 0, approved: 1, spam: 5, trash: 0 });
    expect([simulation.tried, simulation.cut]).toEqual([7, false]);
    expect(simulation.examples.map(({ id }) => id)).toEqual(['000007', '000006', '000005', '000004', '000003']);
    expect(simulation.examples[0]).toMatchObject({
      name: 'Author 7',
      status: 'spam',
      hit: 'dress',
      after: expect.stringContaining(' 7'),
    });
    expect(asked).toEqual([{ since: now - 30 * 24 * 3_600_000 }]);
  });

  test('shows a few words around the hit, and says where more was', async () => {
    const long = `${'before '.repeat(40)}DRESS${' after'.repeat(40)}`;
    const { examples } = await simulate(wanted('word', 'dress'), reading([past(1, long)]), now);
    expect(examples[0]?.before).toMatch(/^….{50,}before $/);
    expect(examples[0]?.hit).toBe('DRESS');
    expect(examples[0]?.after).toMatch(/^ after.{50,}…$/);
  });

  test('an entry of a network is tried on those alone whose origin is known', async () => {
    const hash = 'n'.repeat(43);
    const comments = [past(1, 'unknown'), past(2, 'same', { network: hash }), past(3, 'other', { address: 'a' })];
    const simulation = await simulate(wanted('network', hash), reading(comments), now);
    expect([simulation.tried, simulation.hits.pending]).toEqual([2, 1]);
    expect(simulation.examples).toMatchObject([{ id: '000002', before: '', hit: '', after: 'same' }]);
  });

  test('reads on until there are no more, and stops at twenty thousand', async () => {
    const some = Array.from({ length: 800 }, (_each, number) => past(number, 'dress'));
    expect(await simulate(wanted('word', 'dress'), reading(some), now)).toMatchObject({ tried: 800, cut: false });
    const endless: ReadPast = async ({ before, limit }) =>
      Array.from({ length: limit }, (_each, at) => past(Number(before ?? 999_999) - at - 1, 'plain'));
    expect(await simulate(wanted('word', 'dress'), endless, now)).toMatchObject({ tried: 20_000, cut: true });
    const just: ReadPast = async (page) => (page.limit === 1 ? [] : endless(page));
    expect(await simulate(wanted('word', 'dress'), just, now)).toMatchObject({ tried: 20_000, cut: false });
  });

  test('leaves the others their turn, whatever was written', async () => {
    const worst = Array.from({ length: 200 }, (_each, number) => past(number, 'a ж '.repeat(2_500)));
    let longest = 0;
    let last = cpuTime();
    const beat = () => {
      longest = Math.max(longest, cpuTime() - last);
      last = cpuTime();
    };
    const beating = setInterval(beat, 1);
    await simulate(wanted('word', 'a b'), reading(worst), now);
    beat();
    clearInterval(beating);
    expect(longest).toBeLessThan(150);
  });
});
