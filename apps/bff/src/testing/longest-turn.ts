/**
 * How long this process computed at a stretch, in milliseconds, until it is asked: other requests wait for so long. Time of
 * computing, not of the clock, so that it says the same on a machine that is busy with something else.
 */
export function longestTurn(): () => number {
  let longest = 0
  let last = process.cpuUsage()
  const look = () => {
    const { system, user } = process.cpuUsage(last)
    longest = Math.max(longest, (system + user) / 1000)
    last = process.cpuUsage()
  }
  const timer = setInterval(look, 5)
  return () => {
    clearInterval(timer)
    look()
    return longest
  }
}
