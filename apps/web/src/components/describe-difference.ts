import { differenceRuns } from './difference-runs.ts'
import { differingPart } from './differing-part.ts'

/**
 * One sentence on how two claims differ: the part in the words of the platform where `issuers` tell which that is, else the
 * place counted from 1.
 */
export function describeDifference(
  stored: string,
  presented: string,
  issuers: readonly string[] = [],
): string {
  if (stored === presented) return 'Same, letter by letter'
  const at = 1 + firstDifference(stored, presented)
  if (stored.toLowerCase() === presented.toLowerCase()) {
    const letters = differenceRuns(stored, presented)
      .stored.filter(({ differs }) => differs)
      .reduce((total, { text }) => total + text.length, 0)
    return `Only upper and lower case differ: ${letters} ${letters === 1 ? 'letter' : 'letters'}, first at character ${at}`
  }
  if (`${stored}/` === presented) return 'The token has a slash at the end, the trust has none'
  if (stored === `${presented}/`) return 'The trust has a slash at the end, the token has none'
  if (stored.trim() === presented.trim()) return 'White space around the value differs'
  return differingPart(stored, presented, issuers) ?? `They differ from character ${at} on`
}

function firstDifference(one: string, other: string): number {
  let index = 0
  while (index < one.length && one[index] === other[index]) index += 1
  return index
}
