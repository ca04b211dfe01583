import { parseTrustQuery, searchTrusts, type TrustFacts, type TrustIndex } from '@trustwright/federation'
import { ownersOf } from '../../../components/inventory/owner-query.ts'
import { counted } from '../../../lib/words.ts'

/** What leaves a question open where it was not read. */
export interface QuestionGap {
  readonly isOpen: (facts: TrustFacts) => boolean
  /** Before `of 12 trusts`: `The roles`. */
  readonly what: string
  /** Finds those trusts in the list. */
  readonly query: string
}

/** A question that the map answers, and that a query asks. */
export interface Question {
  readonly id: string
  readonly text: string
  /** In the language of the list of trusts. */
  readonly query: string
  /** After `4 workloads`: `can`. */
  readonly verb: string
  /** The answer where there is none. */
  readonly nobody: string
  readonly gap: QuestionGap
  /** How it is judged, where that is not the whole truth. */
  readonly note?: string
  /** What it is about, where there is one such question each. */
  readonly subject?: string
}

export interface Answer {
  readonly question: Question
  readonly trusts: number
  /** Trusts of which nobody can tell. */
  readonly unknown: number
  /** `4 workloads can, through 2 identities`. */
  readonly words: string
  /** `4 workloads, 2 identities`. */
  readonly short: string
}

const rolesGap: QuestionGap = {
  isOpen: ({ roles }) => roles === null,
  what: 'The roles',
  query: 'role:unknown',
}

/** A role whose definition nobody could read may write. */
const writingGap: QuestionGap = {
  ...rolesGap,
  isOpen: ({ roles }) => roles === null || roles.some(({ canWrite }) => canWrite === null),
}

export const fixedQuestions: readonly Question[] = [
  {
    id: 'production',
    text: 'What writes in production?',
    query: 'env:prod*,live -env:*non*,*pre* role:can-write',
    verb: 'can',
    nobody: 'No workload of a production environment holds a role that writes',
    gap: writingGap,
  },
  {
    id: 'pull-requests',
    text: 'Which pull requests can write?',
    query: 'subject::pull_request role:can-write',
    verb: 'can',
    nobody: 'No pull request holds a role that writes',
    gap: writingGap,
  },
  {
    id: 'unused-owners',
    text: 'Which owners are not used?',
    query: 'role:owner-like used:never,>90d',
    verb: 'could, and did not for 90 days',
    nobody: 'Every owner was used within 90 days, as far as the logs tell',
    gap: {
      isOpen: ({ roles, lastUsed }) =>
        roles === null || (lastUsed === null && roles.some(({ ownerLike }) => ownerLike === true)),
      what: 'The roles or the last use',
      query: 'role:owner-like,unknown used:unknown',
    },
  },
  {
    id: 'directory',
    text: 'What can change the directory?',
    query: 'grant:*readwrite*,*administrator*,*fullcontrol*',
    verb: 'can',
    nobody: 'Nothing from outside holds a permission that changes the directory',
    gap: { isOpen: ({ grants }) => grants === null, what: 'The permissions', query: 'grant:unknown' },
    note: 'Judged by the names of permissions and directory roles.',
  },
  {
    id: 'unowned',
    text: 'What has no owner?',
    query: 'owner:none',
    verb: 'have nobody to ask',
    nobody: 'Everything whose owners could be read has one',
    gap: { isOpen: ({ owners }) => owners === null, what: 'The owners', query: 'owner:unknown' },
  },
  {
    id: 'worst',
    text: 'What is worst?',
    query: 'risk:high+',
    verb: 'have a finding that is high or critical',
    nobody: 'No trust has a finding that is high or critical',
    gap: { isOpen: ({ risk }) => risk === null, what: 'The findings', query: 'risk:unknown' },
  },
]

export function ownerQuestion(subscriptionId: string, name: string): Question {
  return {
    id: `owner-${subscriptionId}`,
    text: `Who can become Owner on ${name}?`,
    query: ownersOf(subscriptionId),
    verb: 'can',
    nobody: 'Nobody from outside can',
    gap: rolesGap,
    subject: name,
  }
}

/** `now` is ISO 8601. */
export function answerTo(question: Question, index: TrustIndex, now: string): Answer {
  const { found } = searchTrusts(index, parseTrustQuery(question.query).query, now)
  const rows = found.flatMap((at) => index.rows[at] ?? [])
  const isFound = new Set(found)
  const unknown = index.rows.filter((facts, at) => question.gap.isOpen(facts) && !isFound.has(at)).length
  const isUntold = rows.length === 0 && unknown > 0 && unknown === index.rows.length
  const { workloads, identities } = countsOf(rows)
  const short =
    rows.length > 0
      ? `${workloads}, ${identities}`
      : isUntold
        ? 'Not known'
        : unknown > 0
          ? 'None known'
          : 'None'
  return {
    question,
    trusts: rows.length,
    unknown,
    words:
      rows.length > 0
        ? `${workloads} ${question.verb}, through ${identities}`
        : isUntold
          ? 'Not known: nothing that tells it was read'
          : question.nobody,
    short,
  }
}

/** Workloads and identities are counted once, however many trusts they have. */
function countsOf(rows: readonly TrustFacts[]): { readonly workloads: string; readonly identities: string } {
  const workloads = new Set(rows.map(({ issuer, storedSubject }) => `${issuer}\n${storedSubject}`)).size
  const identities = new Set(rows.map(({ identityId }) => identityId.toLowerCase())).size
  return {
    workloads: counted(workloads, 'workload'),
    identities: counted(identities, 'identity', 'identities'),
  }
}
