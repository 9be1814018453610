import type { SignIn } from '../comments/sign-in.ts';

/** E-mail addresses of moderators by id; those whose account is gone are absent. */
export async function emailsOf(
  signIn: Pick<SignIn, 'byId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const emails = new Map<string, string>();
  for (const id of new Set(ids)) {
    const moderator = await signIn.byId(id);
    if (moderator) emails.set(id, moderator.email);
  }
  return emails;
}
