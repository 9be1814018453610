/** Milliseconds that this process has computed so far: other programs on the machine do not count. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that the work computes. */
export function cpuTimeOf(work: () => unknown): number {
  const before = cpuTime();
  work();
  return cpuTime() - before;
}
