import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run, serve } from './support/program.ts';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'leave-a-reply-package-'));

beforeAll(async () => {
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', project], checkout);
  writeFileSync(join(project, 'package.json'), '{ "name": "host", "private": true }\n');
  const tarball = `./${packed.trim().split('\n').at(-1)}`;
  await run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', tarball], project);
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the packed package in an empty project', () => {
  test('starts, answers, serves the style sheet its pages name, and stops with exit code 0', async () => {
    // Not through npx, whose shell dies of the signal and keeps it from the server.
    const code = await serve(join(project, 'node_modules/.bin/leave-a-reply'), ['serve'], project, async (url) => {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const page = await fetch(url);
      expect(page.status).toBe(200);
      const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(await page.text())?.[1];
      expect((await fetch(new URL(sheet ?? '/missing', url))).status).toBe(200);
    });
    expect(code).toBe(0);
  }, 60_000);

  test('is found by npx', async () => {
    expect(await run('npx', ['--no-install', 'leave-a-reply', '--help'], project)).toContain('serve');
  }, 60_000);

  test.each([
    [
      'esm.mjs',
      "import * as main from 'leave-a-reply'; import * as captcha from 'leave-a-reply/captcha'; import * as testing from 'leave-a-reply/testing';",
    ],
    [
      'cjs.cjs',
      "const main = require('leave-a-reply'); const captcha = require('leave-a-reply/captcha'); const testing = require('leave-a-reply/testing');",
    ],
  ])('is there for a host written as %s', async (name, imports) => {
    const names = ['main.comments', 'main.mathCaptcha', 'main.createServer', 'captcha.mathCaptcha', 'testing.readSum'];
    const typesOf = names.map((one) => `typeof ${one}`).join();
    const read = `testing.readSum(${JSON.stringify(germanSum)}).right`;
    writeFileSync(join(project, name), `${imports} console.log(${typesOf}, ${read});\n`);
    const said = (await run(process.execPath, [name], project)).trim();
    expect(said).toBe('function function function function function 12');
  });

  test('brings types that a strict host can use', async () => {
    writeFileSync(join(project, 'host.mts'), typedHost);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck'];
    const tsc = join(checkout, 'node_modules/typescript/bin/tsc');
    expect(await run(process.execPath, [tsc, ...options, 'host.mts'], project)).toBe('');
  }, 60_000);
});

const germanSum =
  '<form lang="de"><label for="sum">zwanzig − 8 =</label><input id="sum" name="response"><input name="challenge"></form>';

// The expected errors show that the types are really there: with "any" nothing would be wrong.
const typedHost = `
import { comments, mathCaptcha } from 'leave-a-reply';
import { mathCaptcha as same } from 'leave-a-reply/captcha';
import { readSum } from 'leave-a-reply/testing';
same satisfies typeof mathCaptcha;
readSum('') satisfies { readonly right: string } | undefined;
// @ts-expect-error the result is middleware, no number
mathCaptcha() satisfies number;
// @ts-expect-error there is no such option
mathCaptcha({ difficulty: 'hard' });
// @ts-expect-error comments takes options, no number
comments(7);
`;
