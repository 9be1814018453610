export { type CommentsApp, comments } from './assemble.ts';
export { mathCaptcha } from './captcha/index.ts';
export type { CommentsOptions } from './options.ts';
export { createServer, type Listening, type Server } from './server.ts';
