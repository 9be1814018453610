import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const bin = fileURLToPath(new URL('../bin/leave-a-reply.js', import.meta.url));

// What an old Node sees of itself, on the Node that runs the tests: the program has no switch for it.
const pretend = (version: string) =>
  `data:text/javascript,Object.defineProperty(process,"version",{value:"${version}"})`;

const start = (version: string) =>
  spawnSync(process.execPath, ['--import', pretend(version), bin, '--help'], { encoding: 'utf8', timeout: 15_000 });

const sentence = (version: string) =>
  new RegExp(`^leave-a-reply needs Node 22\\.18 or newer, this is ${version}\\. In a`);

describe('the program on a Node that is', () => {
  test.each(['v12.22.0', 'v20.20.2', 'v22.17.1'])('too old (%s): one line says what to do, exit code 1', (version) => {
    const { status, stdout, stderr } = start(version);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, stdout: '', lines: 1 });
    expect(stderr).toMatch(sentence(version));
    expect(stderr).toMatch(/npm install.*npm start/);
  });

  test.each(['v22.18.0', 'v24.0.0', 'v100.1.0'])('new enough (%s): it goes on', (version) => {
    expect(start(version).stderr).not.toMatch(/needs Node/);
  });
});

const installed = ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path));
const versions = installed.map((path) => ({
  path,
  version: spawnSync(path, ['-v'], { encoding: 'utf8' }).stdout.trim(),
}));

// On a machine whose own Node is old the real thing is at hand as well.
for (const { path, version } of versions.filter((node) => Number(/^v(\d+)/.exec(node.version)?.[1]) < 22)) {
  test(`says the same on the ${version} of this machine`, () => {
    const { status, stderr } = spawnSync(path, [bin], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence(version));
  });
}
