/** Milliseconds of this thread or by the clock, whichever is less: other processes share the machine. */
export function timeOf(work: () => void): number {
  const [clock, used] = [performance.now(), process.threadCpuUsage()]
  work()
  const { user, system } = process.threadCpuUsage(used)
  return Math.min(performance.now() - clock, (user + system) / 1000)
}
