import { describe, expect, test } from '@jest/globals';
import { complaints } from '../support/architecture/complaint.ts';
import { indexComplaints, shapeComplaints } from '../support/architecture/shape.ts';
import { viewComplaints } from '../support/architecture/views.ts';

describe('shape', () => {
  test.each([
    ['src/a.ts', 'line\n'.repeat(151)],
    ['src/utils.ts', ''],
    ['src/http/helpers/form.ts', ''],
    ['test/support/common.test.ts', ''],
    ['src/types.ts', ''],
    ['src/a.ts', 'export default function a() {}'],
    ['src/a.ts', 'export { a as default };'],
  ])('%s is complained about', (path, text) => {
    expect(complaints(shapeComplaints, path, text)).toBe(1);
  });

  test('150 lines and a telling name pass', () => {
    expect(complaints(shapeComplaints, 'src/common-words.ts', 'line\n'.repeat(150))).toBe(0);
  });

  test('the index passes on and does nothing else', () => {
    const passingOn = "export { comments } from './assemble.ts';\nexport type {\n  Options,\n} from './options.ts';\n";
    expect(complaints(indexComplaints, 'src/index.ts', passingOn)).toBe(0);
    expect(complaints(indexComplaints, 'src/index.ts', `${passingOn}export const now = clock();`)).toBe(1);
  });

  test('the data block stands in one place', () => {
    expect(complaints(viewComplaints, 'views/articles/show.ejs', '<%- page.structuredData %>')).toBe(0);
    expect(complaints(viewComplaints, 'views/articles/show.ejs', '<%- comment.structuredData %>')).toBe(1);
  });

  test.each([
    ['<%- include("../problems", { problems }) %>', 0],
    ['<%- comment.html -%>', 0],
    ['<%- page.article.html %>', 0],
    ['<%- page.structuredData %>', 1],
    ['<%- comment.body %>', 1],
    ['<%- comment.html + comment.body %>', 1],
    ['<%-author.name%>', 1],
  ])('a template with %s: %d complaints', (text, expected) => {
    expect(complaints(viewComplaints, 'views/a.ejs', text)).toBe(expected);
  });
});
