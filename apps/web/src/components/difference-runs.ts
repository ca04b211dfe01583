/** A stretch of a claim that is equal to, or differs from, the other side. */
export interface Run {
  readonly text: string
  readonly differs: boolean
}

/**
 * Cuts two claims into stretches, aligned from both ends: the common start, what differs, the common end. Claims of one
 * length are compared letter by letter, so that several differing letters are each marked.
 */
export function differenceRuns(stored: string, presented: string): { stored: Run[]; presented: Run[] } {
  if (stored.length === presented.length) {
    const differs = (index: number) => stored[index] !== presented[index]
    return { stored: cut(stored, differs), presented: cut(presented, differs) }
  }
  const shorter = Math.min(stored.length, presented.length)
  let start = 0
  while (start < shorter && stored[start] === presented[start]) start += 1
  let end = 0
  while (end < shorter - start && stored.at(-1 - end) === presented.at(-1 - end)) end += 1
  const between = (text: string) => cut(text, (index) => index >= start && index < text.length - end)
  return { stored: between(stored), presented: between(presented) }
}

function cut(text: string, differs: (index: number) => boolean): Run[] {
  const runs: Run[] = []
  for (let index = 0; index < text.length; index += 1) {
    const last = runs.at(-1)
    const letter = text.charAt(index)
    if (last !== undefined && last.differs === differs(index)) {
      runs[runs.length - 1] = { text: last.text + letter, differs: last.differs }
    } else runs.push({ text: letter, differs: differs(index) })
  }
  return runs
}
