import { readFile } from 'node:fs/promises';

/** What Linux knows of a process (proc_pid_stat(5), proc_pid_status(5)); NaN on systems without /proc. */
export interface Usage {
  /** Processor time since its start, in microseconds; the kernel counts in steps of 10,000. */
  readonly cpu: number;
  /** Resident memory, in megabytes. */
  readonly memory: number;
}

const tick = 10_000;

export async function usageOf(pid: number): Promise<Usage> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  // The name of the program, in brackets, may hold blanks; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const resident = /VmRSS:\s*(\d+) kB/.exec(status)?.[1] ?? Number.NaN;
  return { cpu: (Number(fields[11]) + Number(fields[12])) * tick, memory: Number(resident) / 1024 };
}
