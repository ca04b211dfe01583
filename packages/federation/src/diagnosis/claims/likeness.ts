import type { Difference } from '../../claims/difference.ts'

/** How much of a value is read. Subjects have up to twenty words. */
const [longest, mostWords] = [1000, 60]

/**
 * Weighs differences: 0 for equal values, little for letter case and slashes, up to 1 for values that share nothing. What
 * was presented is the same for many of them, and its words are remembered.
 */
export function weigherOf(): (difference: Difference | null) => number {
  const known = new Map<string, Weights>()
  const weightsOf = (text: string) => {
    const weights = known.get(text) ?? weightsIn(text)
    known.set(text, weights)
    return weights
  }
  return (difference) => {
    if (difference === null) return 0
    const { kind, stored, presented } = difference
    return kind === 'other' ? 0.1 + 0.9 * (1 - likeness(wordsIn(stored), weightsOf(presented))) : 0.05
  }
}

/** What each word weighs, and all of them together. */
interface Weights {
  readonly words: ReadonlyMap<string, number>
  readonly sum: number
}

/** Share of words that two values have in common, in whatever letters; the first words, which name the workload, weigh most. */
function likeness(left: readonly string[], right: Weights): number {
  let [shared, all] = [0, right.sum]
  for (let at = 0; at < left.length; at += 1) {
    const word = left[at] ?? ''
    if (left.indexOf(word) < at) continue
    const [weight, other] = [left.length - at, right.words.get(word)]
    all += weight
    if (other !== undefined) shared += weight + other
  }
  return all === 0 ? 0 : shared / all
}

/** The last word weighs 1, the one before it 2, and so on; a word that comes again counts where it comes first. */
function weightsIn(text: string): Weights {
  const words = wordsIn(text)
  const weights = new Map(words.map((word, at) => [word, words.length - at] as const).toReversed())
  return { words: weights, sum: [...weights.values()].reduce((sum, weight) => sum + weight, 0) }
}

function wordsIn(text: string): readonly string[] {
  const words = text
    .slice(0, longest)
    .toLowerCase()
    .split(/[:/@.=]+/, mostWords)
  return words.includes('') ? words.filter((word) => word !== '') : words
}
