import { comments } from './level.ts';
import type { Site } from './site.ts';
import { articles } from './site.ts';
import { type Answer, createVisitor, inParallel, sumOn, times, type Visitor } from './visitor.ts';

/** What a patient program tries: so many posts from these addresses, spread over so much time. */
export interface Campaign {
  readonly addresses: readonly string[];
  readonly posts: number;
  readonly minutes: number;
  /** What it answers to a sum whose right answer is given. */
  readonly answer: (right: string) => string;
  /** Rounds in which it collects sums, thinks, and posts. */
  readonly rounds: number;
}

export interface Result {
  /** Posts that had a sum to answer. */
  readonly answered: number;
}

const [article] = articles;
const thinkMs = 3_500;

interface Ready {
  readonly visitor: Visitor;
  readonly challenge: string;
  readonly right: string;
}

/**
 * Plays it: keeps each visit as long as it gives sums, then starts a new one, asks by posting without a sum where pages
 * bring none, uses the sums of pages that refuse it, and waits before it answers.
 */
export async function run(site: Site, campaign: Campaign): Promise<Result> {
  const { addresses, posts, minutes, rounds } = campaign;
  const visits = new Map<string, Visitor>();
  const start = (address: string): Visitor => createVisitor(site.url, address);
  let left: readonly Ready[] = [];
  let answered = 0;
  let sent = 0;
  let texts = 0;
  // No two alike: the same words from two addresses would be held for that.
  const newText = () => {
    texts += 1;
    return textOf(texts);
  };

  async function ready(address: string): Promise<Ready | null> {
    for (const visitor of [visits.get(address) ?? start(address), start(address)]) {
      visits.set(address, visitor);
      const page = await visitor.get(article);
      const found = asked(visitor, page) ?? asked(visitor, await visitor.post(comments(article), newText()));
      if (found) return found;
    }
    return null;
  }

  for (let round = 0; round < rounds; round += 1) {
    const due = Math.ceil(posts / rounds);
    const mine = times(Math.max(0, due - left.length)).map((at) => addresses[(sent + at) % addresses.length] ?? '');
    const fresh = (await inParallel(mine, 10, ready)).filter((each) => each !== null);
    const sums = [...left, ...fresh];
    await site.pass(thinkMs);
    const answers = await inParallel(sums, 10, ({ visitor, challenge, right }) =>
      visitor.post(comments(article), { ...newText(), challenge, response: campaign.answer(right) }),
    );
    sent += due;
    answered += sums.length;
    left = answers.flatMap((answer, at) => asked(sums[at]?.visitor, answer) ?? []);
    await site.pass((minutes * 60_000) / rounds - thinkMs);
  }
  return { answered };
}

function asked(visitor: Visitor | undefined, page: Answer): Ready | null {
  const sum = page.status === 303 ? undefined : sumOn(page);
  return visitor && sum ? { visitor, challenge: sum.challenge, right: sum.right } : null;
}

const textOf = (number: number) => ({
  body: `Offer number ${number} of a great many offers ${number * 7919}: watches, clocks and more of them`,
  author: `Seller ${number}`,
});
