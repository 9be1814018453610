import type { Invitation } from '../comments/invitation.ts';
import type { Moderator, Role } from '../comments/moderator.ts';
import type { PersonAct } from '../comments/people.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import type { SaidProblem } from './form-view.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/people.ejs */
export interface PeopleView {
  readonly action: string;
  readonly people: readonly PersonView[];
  readonly invitations: readonly InvitationView[];
  readonly inviteAction: string;
  readonly withdrawAction: string;
  /** The form as typed. */
  readonly typed: { readonly email: string; readonly role: Role };
  readonly roles: readonly Role[];
  /** A link that was just made: it is shown once. */
  readonly link: { readonly email: string; readonly url: string; readonly text: string } | null;
  readonly notice: string | null;
  readonly problems: readonly SaidProblem<'email'>[];
}

interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly self: boolean;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  /** Null: never. */
  readonly seen: TimeView | null;
  readonly acts: readonly { readonly act: PersonAct; readonly label: string }[];
}

interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expires: TimeView;
}

export function personView(moderator: Moderator, selfId: string, now: number, translator: Translator): PersonView {
  const { id, name, email, role, disabledAt, secondFactor, seenAt } = moderator;
  const disabled = disabledAt !== null;
  return {
    id,
    name,
    email,
    role,
    self: id === selfId,
    disabled,
    secondFactor: secondFactor !== null,
    seen: seenAt === null ? null : momentView(seenAt, now, translator),
    acts: actsFor(role, disabled).map((act) => ({ act, label: translator.t(labels[act]) })),
  };
}

const actsFor = (role: Role, disabled: boolean): readonly PersonAct[] => [
  role === 'owner' ? 'make-moderator' : 'make-owner',
  disabled ? 'enable' : 'disable',
];

const labels: Readonly<Record<PersonAct, MessageKey>> = {
  disable: 'people.disable',
  enable: 'people.enable',
  'make-owner': 'people.makeOwner',
  'make-moderator': 'people.makeModerator',
};

export function invitationView({ id, email, role, expiresAt }: Invitation, translator: Translator): InvitationView {
  return { id, email, role, expires: momentView(expiresAt, Number.POSITIVE_INFINITY, translator) };
}
