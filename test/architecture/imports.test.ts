import { describe, expect, test } from '@jest/globals';
import { circleComplaints } from '../support/architecture/circles.ts';
import { complaints, file } from '../support/architecture/complaint.ts';
import { layerComplaints } from '../support/architecture/layers.ts';
import { packageComplaints } from '../support/architecture/packages.ts';

describe('layers', () => {
  test.each([
    ['src/comments/a.ts', "import { createApp } from '../http/app.ts';"],
    ['src/comments/a.ts', "import type { View } from '../http/view.ts';"],
    ['src/captcha/a.ts', "import type { Comment } from '../comments/comment.ts';"],
    ['src/http/a.ts', "import type { Store } from '../store/store.ts';"],
    ['src/http/a.ts', "import { openArticles } from '../articles/source.ts';"],
    ['src/store/a.ts', "import { toView } from '../http/view.ts';"],
    ['src/store/a.ts', "import type { Article } from '../articles/article.ts';"],
    ['src/http/a.ts', "import {\n  comments,\n} from '../assemble.ts';"],
    ['src/http/a.ts', "import { readConfig } from '../config.ts';"],
    ['src/assemble.ts', "import { createServer } from './server.ts';"],
    ['src/server.ts', "import { comments } from './index.ts';"],
    ['src/server.ts', "import { importWxr } from './transfer/wxr.ts';"],
    ['src/server.ts', "import { a } from './http/app.ts';\nimport { b } from './store/open.ts';"],
    ['src/index.ts', "export * from './http/app.ts';"],
    ['src/store/a.ts', "const view = await import('../http/view.ts');"],
    ['src/store/a.ts', "import '../http/view.ts';"],
    ['src/comments/a.ts', "import { engines } from '../../test/support/engines.ts';"],
    ['src/extra.ts', 'export const extra = 1;'],
  ])('%s may not say %s', (path, text) => {
    expect(complaints(layerComplaints, path, text)).toBeGreaterThan(0);
  });

  test.each([
    ['src/comments/a.ts', "import type { Challenge } from '../captcha/challenge.ts';"],
    ['src/http/a.ts', "import type { Article } from '../articles/article.ts';"],
    ['src/assemble.ts', "import { a } from './http/app.ts';\nimport { b } from './store/open.ts';"],
    ['src/index.ts', "export { createServer } from './server.ts';"],
    ['src/cli.ts', "import { importWxr } from './transfer/wxr.ts';"],
    ['src/store/a.ts', "// import { toView } from '../http/view.ts';"],
  ])('%s may say %s', (path, text) => {
    expect(layerComplaints([file(path, text)])).toEqual([]);
  });
});

test('a circle is named from end to end', () => {
  const circle = [file('src/a.ts', "import './b.ts';"), file('src/b.ts', "import { type A } from './a.ts';")];
  expect(circleComplaints(circle)).toEqual(['circle: src/a.ts -> src/b.ts -> src/a.ts']);
  const erased = [file('src/a.ts', "import './b.ts';"), file('src/b.ts', "import type { A } from './a.ts';")];
  expect(circleComplaints(erased)).toEqual([]);
});

test.each([
  ['src/store/comments.ts', 'better-sqlite3'],
  ['src/store/sqlite.ts', 'pg'],
  ['src/http/form.ts', 'sanitize-html'],
  ['src/comments/discussion.ts', 'express'],
  ['src/captcha/challenge.ts', 'express'],
  ['src/http/app.ts', 'kysely'],
  ['src/http/app.ts', 'kysely/helpers/sqlite'],
])('%s may not know %s', (path, name) => {
  expect(complaints(packageComplaints, path, `import type { Any } from '${name}';`)).toBe(1);
});

test.each([
  ['src/store/sqlite.ts', 'better-sqlite3'],
  ['src/store/postgres.ts', 'pg'],
  ['src/comments/markup.ts', 'sanitize-html'],
  ['src/captcha/index.ts', 'express'],
  ['src/comments/form.ts', 'express-session'],
])('%s may know %s', (path, name) => {
  expect(complaints(packageComplaints, path, `import { any } from '${name}';`)).toBe(0);
});
