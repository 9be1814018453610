import { z } from 'zod';
import type { Transports } from './comments/notification.ts';

/** Checks of what notifications go by, for the environment and for `comments()` alike. */
export const mailServer = z
  .string()
  .refine((text) => /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text), {
    message: 'must be the address of a mail server, such as smtp://user:password@mail.example.org:587.',
  })
  .optional();
export const mailAddress = z.email('must be an e-mail address such as comments@example.org.').optional();

export const webhookAddress = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.username === '', {
    message: 'must be the address of the program to call, such as https://hooks.example.org/comments.',
  })
  .optional();
export const webhookKey = z.string().min(32, 'must have at least 32 characters.').optional();

interface NoticeOptions {
  readonly webhookUrl?: string | undefined;
  readonly webhookSecret?: string | undefined;
  readonly webhookAllow?: readonly string[] | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** Where mail is handed in, and what it says of us. `base` has no slash at its end. */
export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly base: string;
}

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  /** Hosts that may be in a private network. */
  readonly allow: readonly string[];
}

/** By what notifications go; null where it is off. */
export interface Notices {
  readonly mail: MailSettings | null;
  readonly webhook: WebhookSettings | null;
}

export const noticesOf = (options: NoticeOptions): Notices => ({ mail: mailOf(options), webhook: webhookOf(options) });

export const transportsOf = ({ mail, webhook }: Notices): Transports => [
  ...(mail ? (['email'] as const) : []),
  ...(webhook ? (['webhook'] as const) : []),
];

function webhookOf({ webhookUrl, webhookSecret, webhookAllow = [] }: NoticeOptions): WebhookSettings | null {
  return webhookUrl && webhookSecret ? { url: webhookUrl, secret: webhookSecret, allow: webhookAllow } : null;
}

function mailOf({ smtpUrl, mailFrom, baseUrl }: NoticeOptions): MailSettings | null {
  if (!smtpUrl || !mailFrom || !baseUrl) return null;
  return { smtpUrl, from: mailFrom, base: baseUrl.replace(/\/$/, '') };
}

/** Why nobody hears of anything although somebody wanted it, in sentences for whoever runs it. */
export function silencesOf(options: NoticeOptions): readonly string[] {
  const { smtpUrl, mailFrom, baseUrl, webhookUrl, webhookSecret } = options;
  const mail = { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom, BASE_URL: baseUrl };
  const webhook = { WEBHOOK_URL: webhookUrl, WEBHOOK_SECRET: webhookSecret };
  const missing = (settings: Readonly<Record<string, string | undefined>>): string =>
    Object.keys(settings)
      .filter((name) => !settings[name])
      .join(' and ');
  return [
    ...((smtpUrl || mailFrom) && missing(mail) ? [`No mail is sent: it needs ${missing(mail)} too.`] : []),
    ...((webhookUrl || webhookSecret) && missing(webhook)
      ? [`No webhook is called: it needs ${missing(webhook)} too.`]
      : []),
  ];
}
