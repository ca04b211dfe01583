import { greatRoles } from '../../components/access/great-roles.ts'
import { namedAs, type PrincipalNames } from '../../components/principal-names.ts'
import type { Policy } from '@trustwright/shared-schemas'

const forbiddenWords = {
  'pull-request': 'trusts for pull requests',
  pattern: 'patterns of subjects',
  'name-based': 'subjects with names that lack IDs',
} as const

const roleWords: Readonly<Record<string, string>> = {
  'owner-like': 'roles like Owner',
  broad: 'roles at a whole subscription',
}

/** What a rule asks for, each as one sentence that a person can check; `people` who are not told stand as object IDs. */
export function policySentences(policy: Policy, people: PrincipalNames): readonly string[] {
  const { allowedIssuers, allowedOwners, forbidden, forbiddenSubjects, mayCreate, names, roleReasons } =
    policy
  return [
    ...(allowedIssuers === undefined ? [] : [`Only these issuers: ${listed(allowedIssuers)}.`]),
    ...(allowedOwners === undefined ? [] : [`At GitHub, only repositories of ${listed(allowedOwners)}.`]),
    ...(forbidden === undefined ? [] : [`Never ${listed(forbidden.map((kind) => forbiddenWords[kind]))}.`]),
    ...(forbiddenSubjects === undefined ? [] : [`Never the subject ${listed(forbiddenSubjects)}.`]),
    ...(names === undefined ? [] : [`The name of a trust has the form ${listed(names)}.`]),
    ...(roleReasons === undefined ? [] : [reasonSentence(roleReasons)]),
    ...(mayCreate === undefined
      ? []
      : [`Only these people and groups may create: ${listed(mayCreate.map((id) => namedAs(people, id)))}.`]),
    `Holds for ${whereOf(policy)}.`,
    ...(policy.exceptAdministrators === true ? ['Administrators of the portal are not bound by it.'] : []),
    ...(policy.contact === undefined ? [] : [`To ask for an exception: ${policy.contact}.`]),
  ]
}

/** Whether a rule asks for anything at all. */
export function asksForSomething(policy: Policy): boolean {
  const { allowedIssuers, allowedOwners, forbidden, forbiddenSubjects, mayCreate, names, roleReasons } =
    policy
  return [allowedIssuers, allowedOwners, forbidden, forbiddenSubjects, mayCreate, names, roleReasons].some(
    (part) => part !== undefined,
  )
}

function reasonSentence({ minLength = 1, roles }: NonNullable<Policy['roleReasons']>): string {
  const least = minLength === 1 ? '' : ` of at least ${minLength} characters`
  return `Giving ${listed(roles.map((role) => roleWords[role] ?? `the role ${greatRoles[role.toLowerCase()] ?? role}`))} takes a reason${least}.`
}

function whereOf({ parentKinds, scopes }: Policy): string {
  const kinds =
    parentKinds === undefined || parentKinds.length === 2
      ? 'managed identities and applications'
      : parentKinds[0] === 'application'
        ? 'applications'
        : 'managed identities'
  return scopes === undefined ? kinds : `${kinds} below ${listed(scopes)}`
}

function listed(values: readonly string[]): string {
  if (values.length < 2) return values[0] ?? ''
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
}
