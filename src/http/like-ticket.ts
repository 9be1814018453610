import type { Request } from 'express';
import type { Keyed } from './address.ts';
import { isSame } from './csrf.ts';
import { isKept } from './session.ts';

/** What the buttons of a page send along: it is good for the likes of this session alone, and no other site knows it. */
export const likeTicketOf = (req: Request, keyed: Keyed): string => keyed('like-ticket', req.sessionID);

/** Whether the form came with the ticket of a session that is kept. */
export const hasLikeTicket = (req: Request, keyed: Keyed): boolean =>
  isKept(req) && isSame(req.body?.ticket, likeTicketOf(req, keyed));
