import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { readSum } from '../src/testing/index.ts';
import { checkout, textOf } from './support/documents.ts';
import { run, serve } from './support/program.ts';

const project = mkdtempSync(join(tmpdir(), 'leave-a-reply-examples-'));

beforeAll(() => {
  symlinkSync(join(checkout, 'node_modules'), join(project, 'node_modules'));
  cpSync(join(checkout, 'articles'), join(project, 'articles'), { recursive: true });
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the example program', () => {
  test.each(['README.md talk.mjs', 'docs/mounting.md host.mjs'])('%s: a reader can reply', (which) =>
    running(which, async (url) => {
      const ann = request.agent(url);
      const list = load((await ann.get('/talk/')).text);
      const path = list('main a[href^="/talk/articles/"]').attr('href') ?? '/none';
      const { text } = await ann.get(path);
      await thinkingTime();
      const fields = { ...ticketOf(text), response: readSum(text)?.right, body: 'From an example.', author: 'Ann' };
      const posted = await ann.post(`${path}/comments`).type('form').send(fields);
      expect([posted.status, posted.headers.location]).toEqual([303, expect.stringContaining(`${path}#comment-`)]);
    }),
  );

  test('README.md form.mjs: a right answer passes once', () =>
    running('README.md form.mjs', async (url) => {
      const ann = request.agent(url);
      const { text } = await ann.get('/');
      const send = (response: string | undefined) =>
        ann
          .post('/')
          .type('form')
          .send({ ...ticketOf(text), response });
      expect((await send(readSum(text)?.right)).text).toBe('passed');
      expect((await send(readSum(text)?.right)).text).toBe('unknown');
    }));

  test('docs/mounting.md contact.mjs: what is typed is kept until the sum is right', () =>
    running('docs/mounting.md contact.mjs', async (url) => {
      const ann = request.agent(url);
      const typed = '\n</textarea> "Fish & <chips>" &amp;';
      const send = (text: string, page: string, answer: 'right' | 'wrong') =>
        ann
          .post('/contact')
          .type('form')
          .send({ ...ticketOf(page), response: readSum(page)?.[answer], text });
      const first = await ann.get('/contact');
      const wrong = await send(typed, first.text, 'wrong');
      expect([wrong.status, load(wrong.text)('textarea').text()]).toEqual([422, typed]);
      expect((await send(typed, wrong.text, 'right')).text).toBe('Thank you.');
    }));

  test('docs/mounting.md sum.mjs: prints what the page says it does', async () => {
    const printed = await run(process.execPath, [writeExample('docs/mounting.md sum.mjs').name], project);
    const shown = "{ question: 'four − 4 =', challenge: '…', right: '0', wrong: '1' }";
    expect(printed.replace(/\s+/g, ' ').trim()).toBe(shown);
    expect(textOf('docs/mounting.md')).toContain(`prints \`${shown}\``);
  });
});

/** A person takes longer than three seconds to read a form and write. */
const thinkingTime = (): Promise<void> => sleep(3_100);

const ticketOf = (page: string) => ({ challenge: load(page)('[name=challenge]').attr('value') });

/** Writes an example as it stands on its page, but for the sources of this checkout and a free port; gives its name. */
function writeExample(which: string): { readonly name: string; readonly program: string } {
  const [page = '', name = ''] = which.split(' ');
  const source = (file: string): string => `from '${pathToFileURL(join(checkout, file)).href}'`;
  const program = exampleOf(page, name)
    .replace("from 'leave-a-reply'", source('src/index.ts'))
    .replace("from 'leave-a-reply/captcha'", source('src/captcha/index.ts'))
    .replace("from 'leave-a-reply/testing'", source('src/testing/index.ts'))
    .replace('app.listen(3000)', `app.listen(0, function () { ${sayAddress} })`);
  writeFileSync(join(project, name), program);
  return { name, program };
}

async function running(which: string, visit: (url: string) => Promise<void>): Promise<void> {
  const { name, program } = writeExample(which);
  expect(program).toContain(sayAddress);
  await serve(process.execPath, [name], project, visit);
}

const sayAddress = "console.log('http://localhost:' + this.address().port)";

function exampleOf(page: string, name: string): string {
  const blocks = textOf(page).match(/(?<=^```js\n).*?(?=^```)/gms) ?? [];
  return blocks.find((block) => block.startsWith(`// ${name}\n`)) ?? `No example ${name} on ${page}`;
}
