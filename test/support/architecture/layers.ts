import { importsOf } from './imports.ts';
import type { Source } from './sources.ts';

const core = ['comments', 'captcha', 'messages'];
const edges = ['http', 'store', 'articles', 'article', 'notify'];
const settings = ['config', 'options', 'notices', 'warnings'];

/** Who may import whom, beside files of its own layer. `article` is the noun alone, without the files it is read from. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  cli: ['server', 'start-error', 'assemble', 'index', 'transfer', ...settings, ...edges, ...core],
  index: ['server', 'assemble', ...settings, ...core],
  server: ['assemble', 'start-error', ...settings, ...edges, ...core],
  'start-error': settings,
  assemble: [...settings, ...edges, ...core],
  options: ['config', 'notices', ...core],
  config: ['config-formats', 'notices', ...core],
  notices: core,
  warnings: ['options', 'notices', ...core],
  'config-formats': core,
  http: ['article', ...core],
  store: core,
  articles: ['article', ...core],
  article: core,
  notify: core,
  transfer: core,
  comments: ['captcha', 'messages'],
  messages: [],
  captcha: [],
  // For the tests of those who mount us: it knows what a person knows, the number words.
  testing: ['captcha'],
};

/** Complaints about imports against the arrows of the architecture, and about two edges joined outside the join. */
export function layerComplaints(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => [...wrongArrows(source), ...strayJoin(source), ...homeless(source)]);
}

function wrongArrows(source: Source): readonly string[] {
  const own = layerOf(source.path);
  return importsOf(source)
    .filter((path) => isOurs(path) && layerOf(path) !== own && !allowed[own]?.includes(layerOf(path)))
    .map((path) => `${source.path} imports ${path}: ${own} may not know ${layerOf(path)}`);
}

function isOurs(path: string): boolean {
  return /^(src|test|bench|bin|dist)\//.test(path);
}

function layerOf(path: string): string {
  if (path === 'src/articles/article.ts') return 'article';
  return /^src\/([^/]+?)(?:\.ts|\/.*)$/.exec(path)?.[1] ?? path;
}

function strayJoin(source: Source): readonly string[] {
  const layers = importsOf(source).map(layerOf);
  const joins = layers.includes('http') && layers.includes('store');
  return joins && source.path !== 'src/assemble.ts'
    ? [`${source.path} imports both http and store: only src/assemble.ts joins them`]
    : [];
}

function homeless(source: Source): readonly string[] {
  return layerOf(source.path) in allowed
    ? []
    : [`${source.path} belongs to no layer: give it a place in test/support/architecture/layers.ts`];
}
