import type { AccountView } from '../../src/http/account-view.ts';
import type { PeopleView } from '../../src/http/people-view.ts';
import type { RecoveryCodesView, SecondFactorView } from '../../src/http/second-factor.ts';
import type { TimeView } from '../../src/http/view.ts';

const at: TimeView = { iso: '2022-01-10T09:12:00.000Z', text: '10 January 2022', exact: '10 January 2022, 09:12 UTC' };

const ann: PeopleView['people'][number] = {
  id: 'p1',
  name: 'Ann',
  email: 'ann@example.org',
  role: 'owner',
  self: true,
  disabled: false,
  secondFactor: true,
  seen: at,
  acts: [{ act: 'disable', label: 'Disable' }],
};

export const people: PeopleView = {
  action: '/blog/moderation/people',
  people: [ann, { ...ann, id: 'p2', name: 'Bob', self: false, disabled: true, secondFactor: false, seen: null }],
  invitations: [{ id: 'i1', email: 'ida@example.org', role: 'moderator', expires: at }],
  inviteAction: '/blog/moderation/people/invitations',
  withdrawAction: '/blog/moderation/people/invitations/withdraw',
  typed: { email: '', role: 'moderator' },
  roles: ['moderator', 'owner'],
  link: {
    email: 'ida@example.org',
    url: '/blog/invitation?token=t',
    text: 'https://a.example/blog/invitation?token=t',
  },
  notice: null,
  problems: [],
};

export const account: AccountView = {
  email: 'ann@example.org',
  role: 'owner',
  name: 'Ann',
  action: '/blog/account',
  visits: [
    { id: 'v1', device: 'Firefox on Linux', since: at, seen: at, here: true },
    { id: 'v2', device: 'Safari on iPhone', since: at, seen: at, here: false },
  ],
  mail: null,
  secondFactor: { recoveryCodes: 1 },
  notice: null,
  problems: [],
};

export const secondFactor: SecondFactorView = {
  action: '/blog/account/second-factor',
  back: '/blog/account',
  offer: { secret: 'ABCD EFGH', address: 'otpauth://totp/x', qr: { size: 9, path: 'M4 4h1v1h-1z' } },
  problems: [],
};

export const recoveryCodes: RecoveryCodesView = { codes: ['aaaa-bbbb', 'cccc-dddd'], back: '/blog/account' };
