/** https://www.postgresql.org/docs/current/errcodes-appendix.html, and what sockets and name servers say. */
const codes = new RegExp(
  [
    '^08...$', // connection trouble
    '^53...$', // out of disk, memory, connections
    '^57P0[1-3]$', // going down, crashed, starting
    '^(57014|55P03|40001|40P01)$', // gave up waiting, or lost against another transaction
    '^25006$', // read-only
    '^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$',
  ].join('|'),
);

/** pg gives these no code. */
const messages = [
  /^timeout exceeded when trying to connect$/,
  /^timeout expired$/,
  /^Connection terminated/,
  /^Query read timeout$/,
  /is not queryable$/,
];

/** Whether PostgreSQL cannot be reached or written just now. Not by class: an error may come from another realm. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && codes.test(code)) return true;
  return messages.some((pattern) => pattern.test(String(message)));
}
