import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { circleComplaints } from './support/architecture/circles.ts';
import { layerComplaints } from './support/architecture/layers.ts';
import { packageComplaints } from './support/architecture/packages.ts';
import { indexComplaints, shapeComplaints } from './support/architecture/shape.ts';
import { below, readSources } from './support/architecture/sources.ts';
import { viewComplaints } from './support/architecture/views.ts';
import { testComplaints, wordComplaints } from './support/architecture/words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = readSources(root, ['src', 'test', 'bench', 'views'], ['.ts', '.ejs']);
const src = below(all, 'src');
const tests = below(all, 'test');
const views = below(all, 'views');

test('there is something to look at', () => {
  expect([src.length > 10, tests.length > 3, views.length > 3]).toEqual([true, true, true]);
});

test('imports only point right: cli, index, server, assemble, the edges, the core', () => {
  expect(layerComplaints(src)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(circleComplaints(src)).toEqual([]);
});

test('a driver, the sanitiser, Kysely and Express are known to few', () => {
  expect(packageComplaints(src)).toEqual([]);
});

test('only src/cli.ts says process; the clock and the dice come in through parameters', () => {
  expect(wordComplaints(src)).toEqual([]);
});

test('files are short, have a name, and export by name', () => {
  expect(shapeComplaints(all.filter((source) => !views.includes(source)))).toEqual([]);
});

test('src/index.ts only passes on', () => {
  expect(indexComplaints(src)).toEqual([]);
});

test('templates print raw only other templates, comment.html and article.html', () => {
  expect(viewComplaints(views)).toEqual([]);
});

test('no test is skipped, singled out, or talks to a stand-in of our own code', () => {
  expect(testComplaints(tests)).toEqual([]);
});
