import { expandToTrusts, type Expansion, type Expression } from '@trustwright/federation'

/** A place in the subject that stands for many values. */
export interface Wildcard {
  readonly mark: string
  /** Plain text before it, from the wildcard before. */
  readonly before: string
  readonly after: string
}

/** The wildcards of the subject, in order; none where it is compared as a whole. */
export function wildcardsOf(expression: Expression | null): readonly Wildcard[] {
  const subject = expression?.terms.find(({ claim }) => claim === 'sub')
  if (subject === undefined || subject.operator === 'eq') return []
  const pieces = subject.comparand.split(/[*?]/)
  const marks = subject.comparand.match(/[*?]/g) ?? []
  return marks.map((mark, at) => ({ mark, before: pieces[at] ?? '', after: pieces[at + 1] ?? '' }))
}

/** `main, release` or one a line. White space around a value comes from the list, never from the value. */
export function listedValues(text: string): readonly string[] {
  return [...new Set(text.split(/[\n,]/).map((value) => value.trim()))].filter((value) => value !== '')
}

interface ClassicInput {
  readonly issuer: string
  readonly audience: string
  readonly name: string
  readonly expression: Expression
  /** As typed, one text for each wildcard; texts beyond them are left over from another pattern. */
  readonly wildcards: readonly string[]
}

/** The exact trusts that give the same for the listed values. */
export function classicTrusts({ wildcards, expression, ...rest }: ClassicInput): Expansion {
  const values = wildcardsOf(expression).map((_, at) => listedValues(wildcards[at] ?? ''))
  return expandToTrusts({ ...rest, expression, values })
}

/** What a wildcard is asked for: its mark with the end of the text before it. */
export function wildcardLabel({ mark, before }: Wildcard, index: number, count: number): string {
  const which = count === 1 ? mark : `${mark} number ${index + 1}`
  const end = before.length > 28 ? `…${before.slice(-27)}` : before
  return end === '' ? `What ${which} stands for` : `What ${which} stands for after ${end}`
}
