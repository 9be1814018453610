import type { Source } from './sources.ts';

const harmless = /^include\(|^(?:\w+\.)*(?:comment|article)\.html$/;

/** Complaints about templates that print anything raw but other templates and the two kinds of safe HTML. */
export function viewComplaints(views: readonly Source[]): readonly string[] {
  return views.flatMap(({ path, text }) =>
    [...text.matchAll(/<%-([\s\S]*?)[-_]?%>/g)]
      .map((match) => (match[1] ?? '').trim())
      .filter((printed) => !harmless.test(printed))
      .map((printed) => `${path} prints ${printed} raw: only include(…), comment.html and article.html may be`),
  );
}
