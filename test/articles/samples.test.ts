import { readdir } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { readArticle } from '../../src/articles/read.ts';

const directory = new URL('../../articles/', import.meta.url);

test('every article that comes with the program can be read and answered', async () => {
  const files = await readdir(directory);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const reading = await readArticle(file, new URL(file, directory).pathname);
    expect({ file, reading }).toMatchObject({ reading: { article: { comments: 'open' } } });
  }
});
