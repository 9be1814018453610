import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import type { Export } from '../comments/own-export.ts';
import { originOf, type ReceiptPageParts, tokenOf } from './receipt.ts';

/** What an author takes along, as one JSON file: it is written as it is read, however much there is. */
export function receiptExport({ receipts, keyed, now }: ReceiptPageParts): RequestHandler {
  return async (req, res) => {
    const everything = req.body?.scope === 'address';
    const taken = await receipts.exporting(tokenOf(req.body), everything, originOf(req, keyed));
    res.type('json').attachment(everything ? 'my-comments.json' : 'my-comment.json');
    await pipeline(Readable.from(textOf(taken, now())), res);
  };
}

async function* textOf({ address, comments, follows }: Export, now: number): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(new Date(now).toISOString())},"address":${JSON.stringify(address)},"comments":[`;
  yield* listOf(comments);
  yield '\n],"follows":[';
  yield* listOf(follows);
  yield '\n]}\n';
}

async function* listOf(items: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '\n';
  for await (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
}
