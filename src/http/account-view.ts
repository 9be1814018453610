import type { AccountField, Overview } from '../comments/account.ts';
import type { Role } from '../comments/moderator.ts';
import type { Cadence } from '../comments/notification.ts';
import type { Self } from '../comments/own-proof.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { deviceText } from './device.ts';
import type { SaidProblem } from './form-view.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/account/show.ejs */
export interface AccountView {
  readonly email: string;
  readonly role: Role;
  /** As typed, where that is to be mended. */
  readonly name: string;
  /** Starts the addresses of its forms. */
  readonly action: string;
  readonly visits: readonly {
    readonly id: string;
    readonly device: string;
    readonly since: TimeView;
    readonly seen: TimeView;
    readonly here: boolean;
  }[];
  /** How often mail tells of replies that wait; null where no mail is sent. */
  readonly mail: { readonly chosen: Cadence; readonly choices: readonly (readonly [Cadence, string])[] } | null;
  readonly secondFactor: { readonly recoveryCodes: number } | null;
  readonly notice: string | null;
  readonly problems: readonly SaidProblem<AccountField>[];
}

export interface AccountContext {
  readonly self: Self;
  readonly action: string;
  readonly offersMail: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly translator: Translator;
}

/** The account as it is kept, with nothing to mend. */
export function accountView({ moderator, visits, recoveryCodes }: Overview, context: AccountContext): AccountView {
  const { self, action, offersMail, now, translator } = context;
  const { t } = translator;
  return {
    email: moderator.email,
    role: moderator.role,
    name: moderator.name,
    action,
    visits: visits.map(({ id, device, createdAt, seenAt }) => ({
      id,
      device: deviceText(device, t),
      since: momentView(createdAt, now, translator),
      seen: momentView(seenAt, now, translator),
      here: id === self.visitId,
    })),
    mail: offersMail ? { chosen: moderator.mail, choices: choices.map(([cadence, key]) => [cadence, t(key)]) } : null,
    secondFactor: moderator.secondFactor && { recoveryCodes },
    notice: null,
    problems: [],
  };
}

const choices: readonly (readonly [Cadence, MessageKey])[] = [
  ['never', 'account.mailNever'],
  ['each', 'account.mailEach'],
  ['hourly', 'account.mailHourly'],
  ['daily', 'account.mailDaily'],
];
