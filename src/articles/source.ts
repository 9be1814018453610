import { unwatchFile, watchFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { ArticleSource } from './article.ts';
import { type ArticleLog, Shelf } from './shelf.ts';

/** Where the articles are, and who is told about trouble. */
export interface ArticleOptions {
  readonly directory: string;
  readonly log: ArticleLog;
}

/**
 * Reads every `.md` file of a directory (not of its subdirectories) and goes on watching it: what is added, changed or
 * removed shows within a second. A file that cannot be used takes no other down. The directory may be missing, and
 * appear later.
 */
export async function openArticles({ directory, log }: ArticleOptions): Promise<ArticleSource> {
  const root = resolve(directory);
  await warnIfMissing(root, log);
  const shelf = new Shelf(log);
  const watcher = watchDirectory(root, log);
  const followed = followDirectory(root, watcher);
  const work = fillFrom(watcher, shelf);
  await new Promise<void>((ready) => watcher.once('ready', ready));
  await work();
  return {
    list: () => shelf.list(),
    find: (slug) => shelf.find(slug),
    close: async () => {
      followed.end();
      await watcher.close();
      await work();
    },
  };
}

async function warnIfMissing(root: string, log: ArticleLog): Promise<void> {
  const found = await stat(root).catch(() => undefined);
  if (found?.isDirectory()) return;
  log.warn({ directory: root }, 'There is no directory of articles yet: create it, or set ARTICLES_DIR');
}

function watchDirectory(root: string, log: ArticleLog): FSWatcher {
  const watcher = watch(root, {
    ignored: (path, stats) => dirname(path) === root && stats?.isDirectory() === true,
    // An editor may write in pieces, and half an article is nothing to show.
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
  });
  return watcher.on('error', (err) => log.warn({ err }, 'Watching the articles failed: changes may need a restart'));
}

/** chokidar watches a directory that is there; one that appears, or comes back as another, is to be named to it again. */
function followDirectory(root: string, watcher: FSWatcher): { end(): void } {
  const follow = (found: { readonly ino: number }, before: { readonly ino: number }): void => {
    if (found.ino !== 0 && found.ino !== before.ino) watcher.unwatch(root).add(root);
  };
  watchFile(root, { interval: 500, persistent: false }, follow);
  return { end: () => unwatchFile(root, follow) };
}

/** Returns a function that resolves when every change seen so far is done. */
function fillFrom(watcher: FSWatcher, shelf: Shelf): () => Promise<void> {
  // One after the other: an earlier reading of a file must not end after a later one.
  let work = Promise.resolve();
  const inTurn = (task: (path: string) => Promise<void> | void) => (path: string) => {
    if (/^[^.].*\.md$/.test(basename(path))) work = work.then(() => task(path));
  };
  const put = inTurn((path) => shelf.put(path));
  const remove = inTurn((path) => shelf.remove(path));
  watcher.on('add', put).on('change', put).on('unlink', remove);
  return () => work;
}
