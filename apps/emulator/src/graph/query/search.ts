import type { Item, TypeInfo } from '../core/entity-type.ts'
import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'

/** Clauses in disjunctive form: one of the lists has to be met whole. */
type Search = { property: string; words: string[] }[][]

/**
 * Reads `$search`: `"displayName:pay"`, joined by AND and OR. Each word has to begin a word of the property.
 * Throws for a clause without quotes and for a property that cannot be searched.
 * https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections
 */
export function readSearch(text: string, type: TypeInfo): Search {
  return text.split(/\s+OR\s+/).map((alternative) =>
    alternative.split(/\s+AND\s+/).map((clause) => {
      const found = /^"(\w+):(.+)"$/s.exec(clause.trim())
      const [, name = '', value = ''] = found ?? []
      const property = type.search.find((known) => known.toLowerCase() === name.toLowerCase())
      if (!found || property === undefined) throw refuse(queryFaults.badSearch(text))
      return { property, words: wordsOf(value.replaceAll(String.raw`\"`, '"')) }
    }),
  )
}

export function found(item: Item, search: Search): boolean {
  const json = item.json()
  return search.some((alternative) =>
    alternative.every(({ property, words }) => {
      const value = json[property]
      const present = typeof value === 'string' ? wordsOf(value) : []
      return words.every((word) => present.some((candidate) => candidate.startsWith(word)))
    }),
  )
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
