import type { QueryTerm, QueryValue, TrustQuery, TrustQueryKey } from './query.ts'

/** Whether a facet's value is chosen, ruled out, or neither. */
export type FacetChoice = 'only' | 'not' | 'any'

function isSame(a: QueryValue, b: QueryValue): boolean {
  return a.exact === b.exact && a.text.toLowerCase() === b.text.toLowerCase()
}

export function choiceOf(query: TrustQuery, key: TrustQueryKey, value: QueryValue): FacetChoice {
  const term = query.terms.find((one) => one.key === key && one.values.some((each) => isSame(each, value)))
  if (term === undefined) return 'any'
  return term.negated ? 'not' : 'only'
}

/** The query with another choice for one value of a facet: chosen values of a facet are alternatives, ruled out ones add up. */
export function withChoice(
  query: TrustQuery,
  key: TrustQueryKey,
  value: QueryValue,
  choice: FacetChoice,
): TrustQuery {
  const terms = query.terms.flatMap((term) => without(term, key, value))
  if (choice === 'any') return { ...query, terms }
  const negated = choice === 'not'
  const at = terms.findIndex((term) => term.key === key && term.negated === negated)
  const before = terms[at]
  if (before === undefined) return { ...query, terms: [...terms, { key, negated, values: [value] }] }
  return { ...query, terms: terms.with(at, { ...before, values: [...before.values, value] }) }
}

function without(term: QueryTerm, key: TrustQueryKey, value: QueryValue): QueryTerm[] {
  if (term.key !== key) return [term]
  const values = term.values.filter((each) => !isSame(each, value))
  return values.length === 0 ? [] : [{ ...term, values }]
}
