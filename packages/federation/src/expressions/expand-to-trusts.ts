import { Subject } from '@trustwright/shared-schemas'
import type { TrustDraft } from '../model/preset.ts'
import { nameFrom } from '../model/trust-name.ts'
import type { Expression, ExpressionTerm } from './expression.ts'
import { matchesPattern } from './match-pattern.ts'

export interface ExpansionInput {
  readonly issuer: string
  readonly audience: string
  /** First part of each name. */
  readonly name: string
  readonly expression: Expression
  /** What each wildcard of the first `sub` term stands for, in its order: one list for each `*` or `?`. */
  readonly values: readonly (readonly string[])[]
}

export interface Expansion {
  /** Trusts that compare the whole subject. Empty when something is `refused`. */
  readonly trusts: readonly TrustDraft[]
  /** Terms that such trusts cannot compare: they look at no claim but the subject. */
  readonly lost: readonly ExpressionTerm[]
  /** What keeps the list from being made, in words; null when nothing does. */
  readonly refused: string | null
}

/** Azure's limit of credentials on one application or identity, others included. */
const trustsOfOneIdentity = 20

/**
 * The exact trusts that take the place of an expression, for the values that a person lists. Where the tenant takes no
 * expressions, this is what gives the same. Whoever shows them says what is `lost`.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function expandToTrusts(input: ExpansionInput): Expansion {
  const { expression, values } = input
  const subjects = expression.terms.filter(({ claim }) => claim === 'sub')
  const lost = expression.terms.filter(({ claim }) => claim !== 'sub')
  const [first, ...further] = subjects
  const problem = problemOf(first, values)
  if (first === undefined || problem !== null) return { trusts: [], lost, refused: problem }
  const made = [...new Set(combinations(piecesOf(first), values))]
  const kept = made.filter((subject) => further.every((term) => takes(term, subject)))
  const refused = refusalOf(kept)
  return { trusts: refused === null ? draftsOf(input, kept) : [], lost, refused }
}

function problemOf(first: ExpressionTerm | undefined, values: ExpansionInput['values']): string | null {
  if (first === undefined)
    return 'The expression says nothing about the subject, and a trust compares nothing else.'
  const count = piecesOf(first).length - 1
  if (values.length !== count)
    return `The subject has ${count} ${count === 1 ? 'wildcard' : 'wildcards'}: list the values of each.`
  const padded = values.flat().find((value) => value !== value.trim())
  if (padded !== undefined) return `${JSON.stringify(padded)} has white space around it: remove it.`
  const odd = values.flat().find((value) => /[*?\p{Cc}]/u.test(value))
  if (odd !== undefined)
    return `${JSON.stringify(odd)} is no single value: a trust takes * and ? as they are.`
  if (values.some((list) => list.length === 0)) return 'Each wildcard needs at least one value.'
  const size = values.reduce((product, list) => product * list.length, 1)
  if (size > trustsOfOneIdentity)
    return `These are ${size} trusts; one identity holds ${trustsOfOneIdentity}.`
  const long = singleCharacterMiss(first, values)
  return long === null ? null : `? stands for one character, not for ${JSON.stringify(long)}.`
}

function singleCharacterMiss(first: ExpressionTerm, values: ExpansionInput['values']): string | null {
  const marks = first.comparand.match(/[*?]/g) ?? []
  return (
    marks
      .flatMap((mark, at) => (mark === '?' ? (values[at] ?? []) : []))
      .find((v) => Array.from(v).length !== 1) ?? null
  )
}

function refusalOf(subjects: readonly string[]): string | null {
  if (subjects.length === 0) return 'None of these values satisfies every term.'
  const issue = subjects.map((subject) => Subject.safeParse(subject).error?.issues[0]?.message)
  return issue.find((message) => message !== undefined) ?? null
}

/** The plain texts around the wildcards. */
function piecesOf({ operator, comparand }: ExpressionTerm): readonly string[] {
  return operator === 'eq' ? [comparand] : comparand.split(/[*?]/)
}

function combinations(pieces: readonly string[], values: ExpansionInput['values']): readonly string[] {
  return values.reduce<readonly string[]>(
    (starts, list, at) =>
      starts.flatMap((start) => list.map((value) => `${start}${value}${pieces[at + 1] ?? ''}`)),
    [pieces[0] ?? ''],
  )
}

function takes({ operator, comparand }: ExpressionTerm, subject: string): boolean {
  return operator === 'eq' ? subject === comparand : matchesPattern(comparand, subject)
}

/** Azure tells names of one identity apart without regard to capitals, so subjects that give one name get a number. */
function draftsOf(
  { issuer, audience, name }: ExpansionInput,
  subjects: readonly string[],
): readonly TrustDraft[] {
  const taken = new Set<string>()
  return subjects.map((subject) => {
    let own = nameFrom([name, subject])
    for (let at = 2; taken.has(own.toLowerCase()); at += 1) own = nameFrom([name, subject, String(at)])
    taken.add(own.toLowerCase())
    return { name: own, issuer, subject, audiences: [audience] }
  })
}
