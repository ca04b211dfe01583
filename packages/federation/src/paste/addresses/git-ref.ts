import { note } from '../build-reading.ts'
import type { PasteNote } from '../paste-reading.ts'

/** A branch or tag out of an address, which parts it from a path by nothing but a slash. */
interface FoundRef {
  readonly ref: string
  readonly notes: readonly PasteNote[]
}

/** First parts of branch names with slashes, by common habit. */
const prefixes =
  /^(?:feature|feat|fix|bugfix|hotfix|release|releases|chore|users?|dependabot|renovate|refs|test|dev)$/i

/** What stands after `/tree/` or `/blob/`. With a path behind, where the name ends is a guess, and says so. */
export function refOf(segments: readonly string[], what: 'tree' | 'blob' | 'name'): FoundRef | null {
  const [first, second] = segments
  if (first === undefined) return null
  const whole = segments.join('/').replace(/^refs\/(?:heads|tags)\//, '')
  if (segments.length === 1 || what === 'name' || first === 'refs') return { ref: whole, notes: [] }
  if (what === 'blob' && segments.length === 2) return { ref: first, notes: [] }
  const isLong = prefixes.test(first) && second !== undefined
  const ref = isLong ? (what === 'tree' ? whole : `${first}/${second}`) : first
  return {
    ref,
    notes: [
      note(
        'ref-unsure',
        `The branch was read as ${ref}, and the rest of the address as a path. Correct it if the name has more slashes.`,
      ),
    ],
  }
}
