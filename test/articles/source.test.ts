import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ArticleSource } from '../../src/articles/article.ts';
import { openArticles } from '../../src/articles/source.ts';

let directory: string;
let warnings: string[];
let source: ArticleSource | undefined;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'articles-')), 'articles');
  await mkdir(directory);
  warnings = [];
});

afterEach(async () => {
  await source?.close();
  source = undefined;
  await rm(join(directory, '..'), { recursive: true });
});

describe('at the start', () => {
  test('articles come newest first, those of one day by slug', async () => {
    await write('b.md', article({ date: '2022-01-09' }));
    await write('c.md', article({ date: '2026-11-20' }));
    await write('a.md', article({ date: '2022-01-09' }));
    const { list, find } = await open();
    expect(list().map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
    expect(find('c')).toMatchObject({ slug: 'c', date: '2026-11-20' });
    expect(find('d')).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test('the list is one frozen value until something changes', async () => {
    await write('a.md', article());
    const { list } = await open();
    expect(list()).toBe(list());
    expect(Object.isFrozen(list()) && Object.isFrozen(list()[0])).toBe(true);
  });

  test('a broken file is told and takes no other down', async () => {
    await write('a.md', article());
    await write('b.md', 'no front matter');
    await write('large.md', article({ text: 'x'.repeat(1024 * 1024) }));
    await writeFile(join(directory, 'latin.md'), Buffer.from(article({ text: 'caf\xe9' }), 'latin1'));
    await symlink('nowhere', join(directory, 'dangling.md'));
    const { list } = await open();
    expect(list().map(({ slug }) => slug)).toEqual(['a']);
    expect(warnings.sort()).toEqual(
      [
        'Cannot use b.md: it must start with front matter between two lines of ---; it is not published',
        'Cannot use large.md: it is larger than 1 MB; it is not published',
        expect.stringMatching(/^Cannot use latin.md: it cannot be read \(.*not valid.*\); it is not published$/),
      ].sort(),
    );
  });

  test('other names are told, other files and subdirectories passed over', async () => {
    await write('README.md', article());
    await write('.draft.md', article());
    await write('notes.txt', article());
    await mkdir(join(directory, 'old.md'));
    await write('old.md/a.md', article());
    expect((await open()).list()).toEqual([]);
    expect(warnings).toEqual(['Skipped README.md: name it with lower-case letters, digits and hyphens only']);
  });
});

describe('while running', () => {
  test('a new, a changed, a renamed and a removed file', async () => {
    const { list, find } = await open();
    const empty = list();
    await write('a.md', article({ text: 'one' }));
    await until(() => find('a')?.html === '<p>one</p>\n');
    expect(list()).not.toBe(empty);
    await write('a.md', article({ text: 'two' }));
    await until(() => find('a')?.html === '<p>two</p>\n');
    await write('other', article({ text: 'three' }));
    await rename(join(directory, 'other'), join(directory, 'a.md'));
    await until(() => find('a')?.html === '<p>three</p>\n');
    expect(list()).toEqual([find('a')]);
    await rename(join(directory, 'a.md'), join(directory, 'b.md'));
    await until(() => find('b') !== undefined && find('a') === undefined);
    await rm(join(directory, 'b.md'));
    await until(() => list().length === 0 && find('b') === undefined);
    expect(warnings).toEqual([]);
  });

  test('a file that breaks leaves its last good version, and says so', async () => {
    await write('a.md', article({ text: 'good' }));
    const { find } = await open();
    await write('a.md', article({ date: 'tomorrow' }));
    await until(() => warnings.length > 0);
    expect(warnings).toEqual([
      'Cannot use a.md: date must be a day of the calendar such as 2026-11-20; its last good version stays published',
    ]);
    expect(find('a')?.html).toBe('<p>good</p>\n');
    await write('a.md', article({ text: 'mended' }));
    await until(() => find('a')?.html === '<p>mended</p>\n');
  });

  test('a directory that is missing, and one that goes and comes back', async () => {
    await rm(directory, { recursive: true });
    const { list } = await open();
    expect(list()).toEqual([]);
    expect(warnings).toEqual(['There is no directory of articles yet: create it, or set ARTICLES_DIR']);
    for (const _ of ['appears', 'comes back']) {
      await mkdir(directory);
      await write('a.md', article());
      await until(() => list().length === 1);
      await rm(directory, { recursive: true });
      await until(() => list().length === 0);
    }
  });
});

async function open(): Promise<ArticleSource> {
  const warn = (fields: object, message: string) => {
    // In Jest's realm an Error of node:fs is no Error: chokidar then reports missing paths it otherwise passes over.
    if (!/ENOENT/.test(String((fields as { err?: Error }).err))) warnings.push(message);
  };
  source = await openArticles({ directory, log: { info: () => undefined, warn } });
  return source;
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(directory, name), text);
}

function article({ date = '2026-11-20', text = 'Text' } = {}): string {
  return `---\ntitle: A headline\nsection: World News\nauthor: The Editors\ndate: ${date}\n---\n${text}\n`;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Still not so: ${holds}`);
    await new Promise((next) => setTimeout(next, 10));
  }
}
