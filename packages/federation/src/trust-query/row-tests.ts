import { accessTest, placeTest } from './access-tests.ts'
import { setMarks } from './column.ts'
import type { QueryTerm, QueryWord, TrustQuery, TrustQueryKey } from './query.ts'
import { columnsOfKey, wordColumns, type ColumnKey } from './row-values.ts'
import type { OpenedRole, TrustFacts } from './trust-facts.ts'
import type { TrustIndex } from './trust-index.ts'
import { marksOf, wordMarks } from './value-tests.ts'

/** One condition over the rows of an index. */
export interface RowTest {
  /** Whose facet leaves it out of account; null for a word. */
  readonly key: TrustQueryKey | null
  readonly holds: (row: number) => boolean
}

export interface QueryTests {
  /** Those of one key are one. Words, which cost most, come last. */
  readonly tests: readonly RowTest[]
  /** The access of a row without what is asked of roles: for the facet of roles. */
  readonly placeHolds: (row: number) => boolean
  /** Null: nothing is asked of where roles are held. */
  readonly inPlace: ((role: OpenedRole) => boolean) | null
}

const isAccess = ({ key }: QueryTerm) => key === 'role' || key === 'scope' || key === 'within'

/** `now` is in milliseconds. */
export function testsOf(index: TrustIndex, { terms, words }: TrustQuery, now: number): QueryTests {
  const access = terms.filter(isAccess)
  const accessHolds = accessTest(access)
  const ofRoles = (withRoles: boolean) => {
    const holds = rememberedRoles((roles) => accessHolds({ roles }, withRoles))
    return (row: number) => holds(index.rows[row]?.roles ?? null)
  }
  const others = Map.groupBy(
    terms.filter((term) => !isAccess(term)),
    ({ key }) => key,
  )
  const tests: RowTest[] = [...others].map(([key, ofKey]) => ({
    key,
    holds: every(ofKey.map((term) => termTest(index, term, now))),
  }))
  if (access.length > 0) tests.push({ key: 'role', holds: ofRoles(true) })
  if (words.length > 0) tests.push({ key: null, holds: every(words.map((word) => wordTest(index, word))) })
  return {
    tests,
    placeHolds: ofRoles(false),
    inPlace: access.some(({ key, negated }) => key !== 'role' && !negated) ? placeTest(access) : null,
  }
}

type Test = (row: number) => boolean

function every(tests: readonly Test[]): Test {
  const [first] = tests
  if (tests.length === 1 && first !== undefined) return first
  return (row) => tests.every((test) => test(row))
}

function termTest(index: TrustIndex, term: QueryTerm, now: number): Test {
  const keys: readonly ColumnKey[] = isColumnsKey(term.key) ? columnsOfKey[term.key] : []
  return anyMarked(index, keys, term.negated, (key) => marksOf(index.columns[key], term, now))
}

function wordTest(index: TrustIndex, { negated, text }: QueryWord): Test {
  const wanted = text.toLowerCase()
  return anyMarked(index, wordColumns, negated, (key) => wordMarks(index.columns[key], wanted))
}

/** Whether one of the columns holds a marked value, or none does where the condition is negated. */
function anyMarked(
  index: TrustIndex,
  keys: readonly ColumnKey[],
  negated: boolean,
  marksFor: (key: ColumnKey) => Uint8Array,
): Test {
  const looks = keys.flatMap((key) => {
    const column = index.columns[key]
    const marks = setMarks(column, marksFor(key))
    return marks.includes(1) ? [{ marks, ofRow: column.ofRow }] : []
  })
  return (row) => {
    for (const { marks, ofRow } of looks) if (marks[ofRow[row] ?? 0] === 1) return !negated
    return negated
  }
}

function isColumnsKey(key: TrustQueryKey): key is keyof typeof columnsOfKey {
  return Object.hasOwn(columnsOfKey, key)
}

/** Trusts of one parent share its roles. */
function rememberedRoles(test: (roles: TrustFacts['roles']) => boolean) {
  const known = new Map<TrustFacts['roles'], boolean>()
  return (roles: TrustFacts['roles']) => {
    const before = known.get(roles)
    if (before !== undefined) return before
    const holds = test(roles)
    known.set(roles, holds)
    return holds
  }
}
