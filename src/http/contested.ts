import type { Request } from 'express';
import { type Action, lanes, type Moderation } from '../comments/moderation.ts';
import type { SignIn } from '../comments/sign-in.ts';
import { partsOf } from '../messages/slots.ts';
import type { Translator } from '../messages/translator.ts';
import { isId } from './id.ts';
import type { OtherView } from './queue-view.ts';
import { momentView } from './time-view.ts';
import { againView, doneTo } from './verbs.ts';

export interface ContestedParts {
  readonly moderation: Moderation;
  readonly signIn: SignIn;
  readonly now: () => number;
}

/**
 * What became of comments that an act has left, for they stood elsewhere by then: who decided so, and the way to do it
 * all the same. `meant` is null where nothing is to be done again.
 */
export async function contested(
  req: Request,
  ids: readonly string[],
  meant: Action | null,
  { moderation, signIn, now, translator }: ContestedParts & { readonly translator: Translator },
): Promise<readonly OtherView[]> {
  const views: OtherView[] = [];
  for (const { comment, decision } of await moderation.outcomes(ids)) {
    const decided = decision?.at ?? null;
    // Left because its author has changed it, and not because somebody had decided.
    const edited = meant === 'approve' && comment.editedByAuthor && (comment.editedAt ?? 0) > (decided ?? 0);
    const by = decision && !edited ? await signIn.byId(decision.moderatorId) : null;
    const at = edited ? comment.editedAt : decided;
    const what = edited ? 'edit' : decision?.undoes ? 'undo' : doneTo(comment.status);
    const values = { what, who: by ? 'known' : 'nobody', by: by?.email ?? '' };
    views.push({
      id: comment.id,
      name: comment.author.name,
      told: translator.t('act.alreadyThis', values),
      parts: partsOf(translator, 'act.already', ['name', 'by', 'at'], {
        ...values,
        when: at === null ? 'never' : 'known',
      }),
      by: by?.email ?? null,
      at: at === null ? null : momentView(at, now(), translator),
      log: `${req.baseUrl}/moderation/log?comment=${comment.id}`,
      again: meant === null || lanes[meant] === comment.status ? null : againView(meant, translator),
    });
  }
  return views;
}

/** The ids in an address that an act has led to. */
export const othersIn = (req: Request): readonly string[] => [req.query.other].flat().filter(isId);
