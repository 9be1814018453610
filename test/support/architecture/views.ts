import type { Source } from './sources.ts';

/** The data block's text is made by src/http/structured-data.ts alone, and stands in one place of one page. */
const dataBlock = { path: 'views/articles/show.ejs', printed: 'page.structuredData' };
const harmless = /^include\(|^(?:\w+\.)*(?:comment|article)\.html$/;

/** Complaints about templates that print anything raw but other templates, the two kinds of safe HTML and the data block. */
export function viewComplaints(views: readonly Source[]): readonly string[] {
  return views.flatMap(({ path, text }) =>
    [...text.matchAll(/<%-([\s\S]*?)[-_]?%>/g)]
      .map((match) => (match[1] ?? '').trim())
      .filter((printed) => !harmless.test(printed) && !(path === dataBlock.path && printed === dataBlock.printed))
      .map(
        (printed) =>
          `${path} prints ${printed} raw: only include(…), comment.html, article.html and the data block may be`,
      ),
  );
}
