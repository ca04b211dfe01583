/** What can stand before a colon. The list is closed: any other word is searched for as it is. */
export const trustQueryKeys = [
  'platform',
  'issuer',
  'subject',
  'audience',
  'env',
  'identity',
  'kind',
  'subscription',
  'group',
  'location',
  'name',
  'description',
  'role',
  'scope',
  'within',
  'grant',
  'used',
  'risk',
  'owner',
] as const
export type TrustQueryKey = (typeof trustQueryKeys)[number]

/** `exact`: it stood in quotes, and is the whole value; otherwise a part of it, `*` being any run of characters. */
export interface QueryValue {
  readonly text: string
  readonly exact: boolean
}

/** One of the values has to fit. */
export interface QueryTerm {
  readonly key: TrustQueryKey
  readonly negated: boolean
  readonly values: readonly QueryValue[]
}

export interface QueryWord {
  readonly text: string
  readonly negated: boolean
}

/** All terms and all words have to hold. */
export interface TrustQuery {
  readonly terms: readonly QueryTerm[]
  /** Searched for in every text of a row. */
  readonly words: readonly QueryWord[]
}

/** A part that was left out, and where it stands. */
export interface QueryProblem {
  readonly at: number
  readonly length: number
  readonly message: string
}

export interface ParsedQuery {
  readonly query: TrustQuery
  readonly problems: readonly QueryProblem[]
}

export const emptyQuery: TrustQuery = { terms: [], words: [] }

export function isQueryKey(text: string): text is TrustQueryKey {
  // The list is of literals, which `includes` would ask for.
  return (trustQueryKeys as readonly string[]).includes(text)
}
