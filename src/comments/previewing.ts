import type { Flood } from './flood.ts';
import { toSafeHtml } from './markup.ts';
import type { Visitor } from './visitor.ts';

export type Previewing = ReturnType<typeof createPreviewing>;

/** Shows a body as readers will see it; nothing of it is kept. */
export function createPreviewing({ flood }: { readonly flood: Pick<Flood, 'preview'> }) {
  /** Safe HTML. @throws CommentsError `too-many` when its network has asked for too many; it says when to ask again. */
  async function previewOf(body: string, visitor: Pick<Visitor, 'network'>): Promise<string> {
    await flood.preview(visitor);
    return toSafeHtml(body);
  }

  return { previewOf };
}
