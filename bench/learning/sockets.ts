import { createHook } from 'node:async_hooks';

/** What Node calls whatever reaches beyond the process: TCP, TLS, UDP, local sockets, and asking for names. */
const sockets = /^(?:TCP|TLS|UDP|PIPE|QUIC|HTTP|GETADDRINFO|GETNAMEINFO|QUERY|DNS)/;

/** Runs the work and counts the sockets that were opened meanwhile, by whomever in this process. */
export async function countingSockets<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly opened: number }> {
  let opened = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (sockets.test(type)) opened += 1;
    },
  });
  hook.enable();
  try {
    return { result: await work(), opened };
  } finally {
    hook.disable();
  }
}
