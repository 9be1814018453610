import type { Invitation } from '../comments/invitation.ts';
import type { Moderator, Role } from '../comments/moderator.ts';
import type { PersonAct } from '../comments/people.ts';
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
  readonly roles: readonly { readonly role: Role; readonly label: string }[];
  /** A link that was just made: it is shown once. */
  readonly link: { readonly email: string; readonly url: string; readonly text: string } | null;
  readonly notice: string | null;
  readonly problems: readonly { readonly field: 'email' | null; readonly message: string }[];
}

interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
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
  readonly role: string;
  readonly expires: TimeView;
}

export const roleLabels: Readonly<Record<Role, string>> = { owner: 'Owner', moderator: 'Moderator' };

export function personView(moderator: Moderator, selfId: string, now: number): PersonView {
  const { id, name, email, role, disabledAt, secondFactor, seenAt } = moderator;
  const disabled = disabledAt !== null;
  return {
    id,
    name,
    email,
    role: roleLabels[role],
    self: id === selfId,
    disabled,
    secondFactor: secondFactor !== null,
    seen: seenAt === null ? null : momentView(seenAt, now),
    acts: [
      role === 'owner'
        ? { act: 'make-moderator', label: 'Make moderator' }
        : { act: 'make-owner', label: 'Make owner' },
      disabled ? { act: 'enable', label: 'Enable' } : { act: 'disable', label: 'Disable' },
    ],
  };
}

export function invitationView({ id, email, role, expiresAt }: Invitation): InvitationView {
  return { id, email, role: roleLabels[role], expires: momentView(expiresAt, Number.POSITIVE_INFINITY) };
}
