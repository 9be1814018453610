/** Minus is U+2212 and times is U+00D7, as they are printed. */
export const operations = ['+', '−', '×'] as const;
export type Operation = (typeof operations)[number];

/** Which number may be asked for: always the result, or any of the three. */
export const blanks = ['result', 'any'] as const;
export type Blank = (typeof blanks)[number];

/** The places of a sum's numbers, in reading order. */
export const positions = ['left', 'right', 'result'] as const;
export type Position = (typeof positions)[number];

type Numbers = Readonly<Record<Position, number>>;

/** `left operation right = result`, every number 0 to 20; the one at `blank` is the answer. */
export interface Sum extends Numbers {
  readonly operation: Operation;
  readonly blank: Position;
}

/** A uniform integer from 0 to `exclusiveMax` − 1. */
export type RandomInt = (exclusiveMax: number) => number;

const largest = 20;

/**
 * Draws a sum with exactly one right answer. The answer is drawn first, so that it is uniform over 0 to 20 and a blind
 * guess is right once in 21 times whatever the operations.
 */
export function drawSum(
  { operations, blank }: { readonly operations: readonly Operation[]; readonly blank: Blank },
  randomInt: RandomInt,
): Sum {
  const answer = randomInt(largest + 1);
  const operation = pick(operations, randomInt);
  const asked = blank === 'any' ? pick(positions, randomInt) : 'result';
  return { ...draw[operation](asked, answer, randomInt), operation, blank: asked };
}

function pick<T>(items: readonly T[], randomInt: RandomInt): T {
  const item = items[randomInt(items.length)];
  if (item === undefined) throw new RangeError('There is nothing to draw from: name at least one operation.');
  return item;
}

const draw: Readonly<Record<Operation, (asked: Position, answer: number, randomInt: RandomInt) => Numbers>> = {
  '+': drawAddition,
  '−': drawSubtraction,
  '×': drawMultiplication,
};

function drawAddition(asked: Position, answer: number, randomInt: RandomInt): Numbers {
  if (asked === 'result') {
    const left = randomInt(answer + 1);
    return { left, right: answer - left, result: answer };
  }
  const other = randomInt(largest - answer + 1);
  return withOperand(asked, answer, other, answer + other);
}

/** An addition read backwards: 9 − 5 = 4 because 4 + 5 = 9. */
function drawSubtraction(asked: Position, answer: number, randomInt: RandomInt): Numbers {
  const backwards = { left: 'result', right: 'right', result: 'left' } as const;
  const { left, right, result } = drawAddition(backwards[asked], answer, randomInt);
  return { left: result, right, result: left };
}

function drawMultiplication(asked: Position, answer: number, randomInt: RandomInt): Numbers {
  if (asked === 'result') return { ...pick(factorsOf(answer), randomInt), result: answer };
  // Never 0: every number would solve ? × 0 = 0.
  const other = 1 + randomInt(answer === 0 ? largest : Math.floor(largest / answer));
  return withOperand(asked, answer, other, answer * other);
}

function factorsOf(product: number): readonly { readonly left: number; readonly right: number }[] {
  const operands = Array.from({ length: largest + 1 }, (_, operand) => operand);
  return operands.flatMap((left) =>
    operands.filter((right) => left * right === product).map((right) => ({ left, right })),
  );
}

function withOperand(asked: 'left' | 'right', answer: number, other: number, result: number): Numbers {
  return asked === 'left' ? { left: answer, right: other, result } : { left: other, right: answer, result };
}
