import type { Request } from 'express';

/** Our scripts ask for JSON; browsers that follow links and send forms ask for pages, and so does who asks for anything. */
export const wantsJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';
