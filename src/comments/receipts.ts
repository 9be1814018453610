import type { OpenBudget } from './budget.ts';
import type { ErasureRequests } from './erasure-request.ts';
import { CommentsError } from './error.ts';
import type { Limits } from './limits.ts';
import { type OwnComment, opened, ownComment } from './own-comment.ts';
import { createOwnEdit, type Origin, type OwnEdited, type OwnEditParts } from './own-edit.ts';
import { type Export, type OwnExportParts, ownExport } from './own-export.ts';
import { type OwnMailParts, sendOwnMail } from './own-mail.ts';
import { createOwnRemoval, type OwnRemovalParts, type OwnRemoved } from './own-removal.ts';
import type { Previewing } from './previewing.ts';
import type { PlacesOf } from './waiting.ts';

export type ReceiptsParts = OwnExportParts &
  OwnEditParts &
  OwnRemovalParts &
  OwnMailParts & {
    readonly placesOf: PlacesOf;
    readonly openBudget: OpenBudget;
    readonly limits: Limits;
    readonly requests: Pick<ErasureRequests, 'ask'>;
    readonly previewing: Previewing;
  };

export type Receipts = ReturnType<typeof createReceipts>;

/** What authors do with a comment of theirs by its private link. Every `token` may be anything. */
export function createReceipts(parts: ReceiptsParts) {
  const limit = 'receipts-network';
  const budget = parts.openBudget({ name: limit, ...parts.limits[limit] });
  const ownEdit = createOwnEdit(parts);
  const ownRemoval = createOwnRemoval(parts);

  /**
   * Nobody guesses a token; but whoever has one is not to keep the site busy. Without one nothing is spent: another site's
   * page could else use up what its reader's network has. @throws CommentsError `not-found` when the token is nobody's.
   */
  async function spend(token: string, { network }: Origin): Promise<void> {
    await opened(token, parts);
    const { allowed, retryAfter } = await budget.spend(network);
    if (!allowed) throw new CommentsError('too-many', 'receipt.tooMany', retryAfter, limit);
  }

  /** @throws CommentsError `not-found` when the token is nobody's. */
  const look = (token: string): Promise<OwnComment> => ownComment(token, parts);

  /** The text as readers would see it, as safe HTML. @throws CommentsError `too-many`, and `not-found` as above. */
  async function preview(token: string, body: string, from: Origin): Promise<string> {
    await opened(token, parts);
    return parts.previewing.previewOf(body, from);
  }

  /** @throws CommentsError `too-many`, and what changing a text throws. */
  async function edit(token: string, body: string, seen: number | null, from: Origin): Promise<OwnEdited> {
    await spend(token, from);
    return ownEdit.edit(token, body, seen, from);
  }

  /** @throws CommentsError `too-many`, and `not-found` when the token is nobody's. */
  async function remove(token: string, agreed: boolean, from: Origin): Promise<OwnRemoved> {
    await spend(token, from);
    return ownRemoval.remove(token, agreed);
  }

  /** @throws CommentsError `too-many`, and what `ownExport` throws. */
  async function exporting(token: string, everything: boolean, from: Origin): Promise<Export> {
    await spend(token, from);
    return ownExport(token, everything, parts);
  }

  /** @throws CommentsError `too-many`, and what asking throws. */
  async function askErasure(token: string, everything: boolean, from: Origin): Promise<void> {
    await spend(token, from);
    await parts.requests.ask(token, everything);
  }

  /** @throws CommentsError `too-many`, and `not-found` when the token is nobody's, or there is no address. */
  async function sendLink(token: string, from: Origin): Promise<void> {
    await spend(token, from);
    await sendOwnMail(token, from, parts);
  }

  const offersMail = parts.following.offered;
  return { look, preview, edit, remove, exporting, askErasure, sendLink, offersMail };
}
