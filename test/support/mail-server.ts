import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What becomes of one mail: `dropped` is taken, and the line cut before the server has said so. */
export type Fate = 'taken' | 'stalled' | 'later' | 'never' | 'never this' | 'dropped';

export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  /** As it came. */
  readonly raw: string;
  readonly mail: Email;
}

/** A mail server on this machine. */
export interface MailServer {
  readonly url: string;
  readonly received: Received[];
  /** What becomes of the next mails, one after another; those after them are taken. */
  readonly fates: Fate[];
  /** Resolves once it has been handed a mail on which it stalls. */
  stalls(): Promise<void>;
  /** Waits until it stalls, then ends that line. */
  hangUp(): Promise<void>;
  close(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const fates: Fate[] = [];
  const sockets = new Set<Socket>();
  let fate: Fate = 'taken';
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    onMailFrom(_address, _session, done) {
      fate = fates.shift() ?? 'taken';
      if (fate !== 'stalled') done();
    },
    onRcptTo({ address }, _session, done) {
      const later = answer(451, `<${address}> Come back later`);
      done(fate === 'later' ? later : fate === 'never' ? answer(550, `<${address}> Nobody here`) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (fate === 'never this') return done(answer(554, 'We do not like it'));
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString();
        const from = mailFrom === false ? '' : mailFrom.address;
        received.push({ from, to: rcptTo.map(({ address }) => address), raw, mail: await PostalMime.parse(raw) });
        if (fate === 'dropped') for (const socket of sockets) socket.destroy();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const stalls = async (): Promise<void> => {
    while (fate !== 'stalled') await sleep(5);
  };
  const hangUp = async (): Promise<void> => {
    await stalls();
    fate = 'taken';
    for (const socket of sockets) socket.destroy();
  };
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `smtp://127.0.0.1:${port}`, received, fates, stalls, hangUp, close };
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** Addresses in a mail's plain part that lead to the site. */
export const linksIn = ({ mail }: Received): readonly string[] =>
  [...(mail.text ?? '').matchAll(/^http:\/\/\S+$/gm)].map(([url]) => url);
