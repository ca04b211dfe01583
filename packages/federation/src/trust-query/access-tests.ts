import type { QueryTerm, QueryValue } from './query.ts'
import { textTest } from './value-tests.ts'
import type { OpenedRole, TrustFacts } from './trust-facts.ts'

type RoleTest = (role: OpenedRole) => boolean

/** What roles do, whatever their names: words of `role:` that stand without quotes. */
export const roleKinds: readonly { readonly word: string; readonly has: RoleTest }[] = [
  { word: 'owner-like', has: ({ ownerLike }) => ownerLike === true },
  { word: 'can-write', has: ({ canWrite }) => canWrite === true },
]

/**
 * Whether the access of a row fits. Roles and scopes have to be of one assignment: `role:owner scope:/subscriptions/…` finds who
 * is Owner there. `scope` is where a role reaches: it is held there or above. `within`: it is held there or below. Whether a
 * management group stands above is not known of a row, so it counts as if it did.
 */
export function accessTest(
  terms: readonly QueryTerm[],
): (row: Pick<TrustFacts, 'roles'>, withRoles: boolean) => boolean {
  const place = placeTest(terms)
  const asked = terms.some(({ key, negated }) => key !== 'role' && !negated)
  const tests = terms.map((term) => ({ term, test: valueTests(term) }))
  return (row, withRoles) => {
    if (asked && !(row.roles ?? []).some(place)) return false
    return tests.every(({ term, test }) => {
      if (term.key === 'role' && !withRoles) return true
      if (term.key !== 'role' && !term.negated) return true
      const inPlace = term.key === 'role' && !term.negated ? place : () => true
      const holds =
        (row.roles ?? []).some((role) => inPlace(role) && test(role)) ||
        (term.key === 'role' && isSpecial(term, row))
      return holds !== term.negated
    })
  }
}

/** Whether an assignment is where all scopes say. */
export function placeTest(terms: readonly QueryTerm[]): RoleTest {
  const tests = terms.filter(({ key, negated }) => key !== 'role' && !negated).map(valueTests)
  return (role) => tests.every((test) => test(role))
}

function isSpecial({ values }: QueryTerm, { roles }: Pick<TrustFacts, 'roles'>): boolean {
  const has = (word: string) => values.some(({ text, exact }) => !exact && text.toLowerCase() === word)
  if (roles === null) return has('unknown')
  return (roles.length === 0 && has('none')) || (has('unknown') && roles.some(({ name }) => name === null))
}

function valueTests({ key, values }: QueryTerm): RoleTest {
  const tests = values.map((value) => {
    if (key === 'role') return roleTest(value)
    const ofScope = remembered(key === 'scope' ? reaches(value) : liesIn(value))
    return ({ scope }: OpenedRole) => ofScope(scope)
  })
  return (role) => tests.some((test) => test(role))
}

function roleTest(value: QueryValue): RoleTest {
  const kind = value.exact ? undefined : roleKinds.find(({ word }) => word === value.text.toLowerCase())
  if (kind !== undefined) return kind.has
  const test = textTest(value, true)
  const ofName = remembered((name) => test(name.toLowerCase()))
  return ({ name }) => name !== null && ofName(name)
}

function reaches({ text }: QueryValue): (scope: string) => boolean {
  const wanted = asFolder(text)
  return (scope) => {
    const held = asFolder(scope)
    return wanted.startsWith(held) || held.startsWith('/providers/microsoft.management/managementgroups/')
  }
}

function liesIn({ text }: QueryValue): (scope: string) => boolean {
  const wanted = asFolder(text)
  return (scope) => asFolder(scope).startsWith(wanted)
}

/** Many rows have one text. */
function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const holds = test(text)
    known.set(text, holds)
    return holds
  }
}

function asFolder(scope: string): string {
  const lower = scope.toLowerCase()
  return lower.endsWith('/') ? lower : `${lower}/`
}
