import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import nodemailer from 'nodemailer';
import type { Letter } from '../comments/letter.ts';
import type { Entry } from '../comments/outbox.ts';
import type { Told } from '../comments/spreading.ts';
import { translatorFor } from '../messages/translator.ts';
import { Refused } from './refused.ts';
import { plainText, type Written, wordingOf } from './wording.ts';

export interface EmailParts {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly smtpUrl: string;
  /** The address that all mail is from. */
  readonly from: string;
  readonly siteName: string;
  /** BCP 47 tag of the site's: for whoever stated none. */
  readonly language: string;
  /** The site's public address, without a slash at its end. */
  readonly base: string;
  readonly letterOf: (entry: Entry) => Promise<Letter | null>;
  /** Aborted when the site stops: what is under way is tried again. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/** Milliseconds: until the server answers at all, between two of its answers, and for one mail together. */
export interface Patience {
  readonly greeting: number;
  readonly silence: number;
  readonly whole: number;
}

const usual: Patience = { greeting: 10_000, silence: 20_000, whole: 60_000 };
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
/** RFC 8058: the mail program ends it by one POST, without opening a page. */
const oneClick = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
const template = fileURLToPath(new URL('../../views/mail/letter.ejs', import.meta.url));

/** Sends one mail an entry, to one recipient, from nobody but us. */
export function createEmail(parts: EmailParts): (entry: Entry) => Promise<Told> {
  const { from, siteName, base, language, letterOf, signal, patience = usual } = parts;
  const transporter = nodemailer.createTransport({
    url: parts.smtpUrl,
    requireTLS: holdsSecret(parts.smtpUrl),
    connectionTimeout: patience.greeting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    socketCloseTimeout: 500,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(base).hostname;

  return async (entry) => {
    const letter = await letterOf(entry);
    if (letter === null) return 'moot';
    if (!isPlainAddress(letter.to)) throw new Refused('Mail can only be sent to an address such as name@example.org.');
    const translator = translatorFor(letter.language ?? language);
    const written = wordingOf(letter, { base, siteName, translator });
    const mail = {
      from: { name: siteName, address: from },
      to: { name: '', address: letter.to },
      envelope: { from, to: [letter.to] },
      // The same whenever it is sent: a mail that came twice is seen as one.
      messageId: `<${entry.id}@${host}>`,
      subject: written.subject,
      text: plainText(written),
      html: await htmlOf(written),
      headers: { ...automatic, 'Content-Language': translator.tag, ...(letter.stop !== null && oneClick) },
    };
    const stopping =
      letter.stop === null ? {} : { list: { unsubscribe: { url: `${base}${letter.stop}`, comment: '' } } };
    const ending = AbortSignal.any([signal, AbortSignal.timeout(patience.whole)]);
    await transporter.sendMail({ ...mail, ...stopping, signal: ending }).catch((error: unknown) => {
      throw isFinal(error) ? new Refused(String((error as Error).message)) : error;
    });
    return 'sent';
  };
}

/** A password goes over the wire in TLS alone, but to this very machine. */
function holdsSecret(smtpUrl: string): boolean {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** As browsers check one (HTML, “valid e-mail address”): nothing that a header or a list could be made of. */
const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(address);

/** A server that says 5xx to the recipient or the mail means it; to anything else, its owner may have to mend something. */
function isFinal(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { readonly responseCode?: number; readonly command?: string };
  return responseCode >= 500 && responseCode < 600 && ['RCPT TO', 'DATA'].includes(command);
}

function htmlOf(written: Written): Promise<string> {
  return new Promise((resolve, reject) => {
    ejs.renderFile(template, written, { strict: true, localsName: 'page', cache: true }, (error, html = '') =>
      error ? reject(error) : resolve(html),
    );
  });
}
