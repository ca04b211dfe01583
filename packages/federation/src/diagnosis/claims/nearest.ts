import type { Difference } from '../../claims/difference.ts'
import type { Pair } from './pair.ts'

/** The pairs, most alike first; those of the same distance stay in their order. */
export function nearestFirst(pairs: readonly Pair[]): readonly Pair[] {
  const weigh = weigher()
  return pairs
    .map((pair) => ({ pair, distance: distanceOf(pair, weigh) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ pair }) => pair)
}

type Weigh = (difference: Difference | null) => number

/** An issuer of another platform weighs most, since nothing else of that trust says anything then. */
function distanceOf({ issuer, subject, audience, failedTerms }: Pair, weigh: Weigh): number {
  return 3 * weigh(issuer) + 2 * weigh(subject) + weigh(audience) + Math.min(2, failedTerms?.length ?? 0)
}

/** 0 for equal values, little for letter case and slashes, up to 1 for values that share nothing. Remembers what it read. */
function weigher(): Weigh {
  const words = new Map<string, Words>()
  const known = new Map<string, number>()
  const wordsOf = (text: string) => {
    const found = words.get(text) ?? wordsIn(text)
    words.set(text, found)
    return found
  }
  return (difference) => {
    if (difference === null) return 0
    const { kind, stored, presented } = difference
    if (kind !== 'other') return 0.05
    const key = `${stored}\n${presented}`
    const weight = known.get(key) ?? 0.1 + 0.9 * (1 - likeness(wordsIn(stored), wordsOf(presented)))
    known.set(key, weight)
    return weight
  }
}

/** Share of words that two values have in common, in whatever letters; the first words, which name the workload, weigh most. */
function likeness(left: Words, right: Words): number {
  let [shared, all] = [0, 0]
  for (const [words, others] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const [word, weight] of words) {
      all += weight
      if (others.has(word)) shared += weight
    }
  }
  return all === 0 ? 0 : shared / all
}

/** Words with what each weighs: the last 1, the one before it 2, and so on. */
type Words = ReadonlyMap<string, number>

function wordsIn(text: string): Words {
  const words = text
    .slice(0, 1000)
    .toLowerCase()
    .split(/[:/@.=]+/)
    .filter((word) => word !== '')
  return new Map(words.map((word, at) => [word, words.length - at] as const).toReversed())
}
