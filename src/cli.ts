import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import pino, { type Logger } from 'pino';
import { comments, type Running } from './assemble.ts';
import { addModeratorCommands } from './cli/moderator.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createServer, optionsOf } from './server.ts';
import { startError } from './start-error.ts';

const program = new Command('leave-a-reply').description(
  'Articles with a "Leave a Reply" form, a sum against spam, and moderation.',
);

program.command('serve').description('start the server').action(serve);

addModeratorCommands(program, {
  askPassword,
  withData,
  say: (sentence) => void process.stdout.write(`${sentence}\n`),
  fail,
});

program
  .command('log')
  .description('the log of decisions')
  .command('verify')
  .description('say whether every entry is as it was written, or which is the first that is not')
  .action(async () => {
    const { good, broken } = await withData(({ moderation }) => moderation.verify());
    if (broken !== null)
      return fail(`Decision ${broken} is not as it was written, or one before it is missing; those up to ${good} are.`);
    process.stdout.write(`All ${good} decisions are as they were written.\n`);
  });

/** Opens the data as the server would, for one errand. */
async function withData<Result>(errand: (running: Running) => Promise<Result>): Promise<Result> {
  const config = configOrExit();
  const app = comments(optionsOf(config, pino({ level: 'silent' })));
  const running = await app.ready.catch((error: unknown) => fail(sentenceOf(startError(error, config))));
  return errand(running).finally(() => app.close());
}

async function serve(): Promise<void> {
  const config = configOrExit();
  const log = pino({ level: config.logLevel, base: null });
  const server = createServer(config, log);
  const { address, url, setupUrl } = await server.start().catch((error: unknown) => {
    log.fatal({ err: error }, 'cannot start');
    return fail(sentenceOf(error));
  });
  announce(log, `Listening on ${address}`);
  if (url !== address) announce(log, `Readers find it at ${url}`);
  if (setupUrl)
    announce(
      log,
      `There is no moderator yet. Create the first one at ${setupUrl} (good once, for a day), or with: npm run -s cli -- moderator add you@example.org`,
    );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(server.stop, log));
}

/** On a terminal a sentence for a person, else an event in the log. */
function announce(log: Logger, sentence: string): void {
  if (process.stdout.isTTY) process.stdout.write(`${sentence}\n`);
  else log.info(sentence);
}

let stopped = false;

/** npm and a terminal both deliver the signal, so a second one must not cut the first one's work short. */
async function stop(stopServer: () => Promise<void>, log: Logger): Promise<void> {
  if (stopped) return;
  stopped = true;
  log.info('stopping');
  await stopServer();
  log.info('stopped');
  process.exitCode = 0;
  process.stdin.unref?.();
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.message);
    throw error;
  }
}

const sentenceOf = (error: unknown): string =>
  `Cannot start: ${error instanceof Error ? error.message : String(error)}`;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Typed unseen on a terminal; else the first line of standard input. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line;
    return '';
  }
  const muted = new (await import('node:stream')).Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: muted, terminal: true });
  process.stderr.write('Password (at least 12 characters): ');
  const password = await terminal.question('');
  process.stderr.write('\n');
  terminal.close();
  return password;
}

await program.parseAsync(process.argv);
