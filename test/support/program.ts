import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/** Runs a program to its end and gives what it printed; throws with both outputs when it fails. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const finished = promisify(execFile)(command, [...args], { cwd, maxBuffer: 64 * 1024 * 1024 });
  return finished.then(
    ({ stdout }) => stdout,
    (error) => {
      throw new Error(`${command} ${args.join(' ')} failed:\n${error.stdout}\n${error.stderr}`);
    },
  );
}

/**
 * Starts a server on a free port, waits until it has said its address (30 s at most), lets `visit` use it, and stops it
 * as a service manager does. Gives the exit code; null when it had to be killed.
 */
export async function serve(
  command: string,
  args: readonly string[],
  cwd: string,
  visit: (url: string) => Promise<void>,
): Promise<number | null> {
  const child = spawn(command, [...args], { cwd, env: { ...process.env, PORT: '0' } });
  try {
    await visit(await addressOf(child));
  } finally {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 12_000).unref();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  return child.exitCode;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const giveUp = () => reject(new Error(`The server did not say where it listens:\n${said}`));
    const deadline = setTimeout(giveUp, 30_000);
    const listen = (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/[\w.[\]-]+:\d+/.exec(said);
      if (address) resolve(address[0]);
      if (address) clearTimeout(deadline);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', giveUp);
  });
}
