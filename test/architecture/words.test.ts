import { describe, expect, test } from '@jest/globals';
import { complaints } from '../support/architecture/complaint.ts';
import { testComplaints, wordComplaints } from '../support/architecture/words.ts';

describe('words', () => {
  test.each([
    'const port = process.env.PORT;',
    'const { env } = process;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the program text under test.
    'const where = `${process.cwd()}/data`;',
    'globalThis.process.exit();',
    "import { env } from 'node:process';",
    'const now = Date.now();',
    'export function open(now = Date.now) {}',
    'const today = new Date();',
    'const dice = Math.random();',
    'const url = /[\'"`]/; const now = Date.now();',
  ])('a source may not say %s', (text) => {
    expect(complaints(wordComplaints, 'src/http/a.ts', text)).toBe(1);
  });

  test.each([
    '// one process at a time, Date.now() comes in',
    "const sentence = 'Start the process again.';",
    'const address = ipaddr.process(ip);',
    'const day = new Date(at);',
    'const half = total / 2; // half of it / process',
  ])('a source may say %s', (text) => {
    expect(complaints(wordComplaints, 'src/http/a.ts', text)).toBe(0);
  });

  test('the cli reads the process, the host reads the clock', () => {
    expect(complaints(wordComplaints, 'src/cli.ts', 'start(process.env, Date.now);')).toBe(0);
    expect(complaints(wordComplaints, 'src/server.ts', 'start(Date.now);')).toBe(0);
  });

  test.each(['test.skip("a", b);', 'describe.only("a", b);', 'xit("a", b);', 'test.todo("a");', 'jest.mock("a");'])(
    'a test may not say %s',
    (text) => {
      expect(complaints(testComplaints, 'test/a.test.ts', text)).toBe(1);
    },
  );
});
