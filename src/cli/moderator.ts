import { type Command, Option } from 'commander';
import type { Running } from '../assemble.ts';
import { type Role, roles } from '../comments/moderator.ts';
import { translatorFor } from '../messages/translator.ts';

/** What a command may ask of the program it runs in. */
export interface Console {
  /** Typed unseen, or the first line of standard input. */
  readonly askPassword: () => Promise<string>;
  readonly withData: <Result>(errand: (running: Running) => Promise<Result>) => Promise<Result>;
  readonly say: (sentence: string) => void;
  readonly fail: (sentence: string) => never;
}

/** The command line speaks English. */
const { t } = translatorFor('en');

const emailArgument = ['<email>', 'the address to sign in with'] as const;

/** `moderator add | password | reset-second-factor`: what whoever runs the server can do, so that nobody is locked out. */
export function addModeratorCommands(program: Command, { askPassword, withData, say, fail }: Console): void {
  const moderator = program.command('moderator').description('manage moderators');

  moderator
    .command('add')
    .description('add a moderator; asks for the password, or reads it from standard input')
    .argument(...emailArgument)
    .addOption(new Option('--role <role>', 'the first is an owner, others are moderators').choices(roles))
    .option('--name <name>', 'what readers see on the replies; else the part of the address before the @')
    .action(async (email: string, { role, name }: { readonly role?: Role; readonly name?: string }) => {
      const password = await askPassword();
      const outcome = await withData(({ signIn }) => signIn.enrol(email, password, { role, name }));
      if (outcome.outcome === 'refused') return fail(t(outcome.message));
      say(`${outcome.moderator.email} can sign in now, as ${articles[outcome.moderator.role]}.`);
    });

  moderator
    .command('password')
    .description('set a new password; asks for it, or reads it from standard input; ends all sessions')
    .argument(...emailArgument)
    .action(async (email: string) => {
      const password = await askPassword();
      const problem = await withData(({ people }) => people.setPassword(email, password));
      if (problem !== null) return fail(t(problem));
      say(`${email} has a new password, and is signed out everywhere.`);
    });

  moderator
    .command('reset-second-factor')
    .description('turn the second factor off, for somebody who has lost it; ends all sessions')
    .argument(...emailArgument)
    .action(async (email: string) => {
      const problem = await withData(({ people }) => people.resetSecondFactor(email));
      if (problem !== null) return fail(t(problem));
      say(`${email} signs in with the password alone now, and is signed out everywhere.`);
    });
}

const articles: Readonly<Record<Role, string>> = { owner: 'an owner', moderator: 'a moderator' };
