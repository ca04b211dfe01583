import type { InventoryChange, InventoryParent } from '@trustwright/shared-schemas'

/** One value before and after; both as text, empty for nothing. */
export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Values of a list, one a line: what came and what went counts, not the letters. */
  readonly isList: boolean
}

type Side = InventoryChange['before']
type Field = readonly [label: string, read: (side: NonNullable<Side>) => string | readonly string[]]

const trustFields: readonly Field[] = [
  ['Issuer', (side) => ('trust' in side ? side.trust.issuer : '')],
  ['Subject', (side) => ('trust' in side ? (side.trust.subject ?? '') : '')],
  ['Pattern', (side) => ('trust' in side ? (side.trust.expression ?? '') : '')],
  ['Audience', (side) => ('trust' in side ? side.trust.audiences : [])],
  ['Description', (side) => ('trust' in side ? (side.trust.description ?? '') : '')],
]

const parentFields: readonly Field[] = [
  ['Name', (side) => ('trust' in side ? '' : side.displayName)],
  ['Location', (side) => ('trust' in side ? '' : side.location)],
  ['Roles in Azure', (side) => ofParent(side, ({ roles }) => fact(roles, roleText))],
  [
    'Directory roles',
    (side) => ofParent(side, ({ directoryRoles }) => fact(directoryRoles, directoryRoleText)),
  ],
  ['Permissions', (side) => ofParent(side, ({ appRoles }) => fact(appRoles, appRoleText))],
  ['Owners', (side) => ofParent(side, ({ owners }) => fact(owners, ownerText))],
  [
    'Last sign-in',
    (side) => ofParent(side, ({ lastSignInAt }) => fact(lastSignInAt, (at) => [at ?? 'never'])),
  ],
  [
    'Tags',
    (side) =>
      ofParent(side, ({ tags }) =>
        fact(tags, (all) => Object.entries(all).map(([name, value]) => `${name}: ${value}`)),
      ),
  ],
]

/** What differs, field by field; of what came or went, everything that it held. */
export function fieldChanges({ kind, before, after }: InventoryChange): readonly FieldChange[] {
  const fields = kind === 'trust' ? trustFields : parentFields
  return fields.flatMap(([label, read]) => {
    const [old, now] = [before && read(before), after && read(after)]
    const [oldText, nowText] = [textOf(old), textOf(now)]
    if (oldText === nowText) return []
    return [{ label, before: oldText, after: nowText, isList: Array.isArray(old ?? now) }]
  })
}

function textOf(value: string | readonly string[] | null): string {
  if (value === null || typeof value === 'string') return value ?? ''
  return value.toSorted().join('\n')
}

function ofParent(
  side: NonNullable<Side>,
  read: (parent: InventoryParent) => readonly string[],
): readonly string[] {
  return 'trust' in side ? [] : read(side)
}

function fact<Value>(
  told: { readonly known: true; readonly value: Value } | { readonly known: false },
  words: (value: Value) => readonly string[],
): readonly string[] {
  return told.known ? words(told.value) : ['not read']
}

type Known<Fact> = Extract<Fact, { known: true }> extends { value: infer Value } ? Value : never

function roleText(roles: Known<InventoryParent['roles']>): readonly string[] {
  return roles.map(
    ({ roleName, scope, conditioned }) =>
      `${roleName ?? 'A role without a readable name'} on ${scope}${conditioned ? ', with a condition' : ''}`,
  )
}

function directoryRoleText(roles: Known<InventoryParent['directoryRoles']>): readonly string[] {
  return roles.map(({ displayName, scope }) => (scope === '/' ? displayName : `${displayName} on ${scope}`))
}

function appRoleText(roles: Known<InventoryParent['appRoles']>): readonly string[] {
  return roles.map(
    ({ value, resourceName }) => `${value ?? 'A permission without a readable name'} of ${resourceName}`,
  )
}

function ownerText(owners: Known<InventoryParent['owners']>): readonly string[] {
  return owners.map(({ displayName, enabled }) =>
    enabled === false ? `${displayName} (blocked)` : displayName,
  )
}

/** Lines of a list that only one side holds. */
export function listChanges({ before, after }: FieldChange): {
  readonly removed: readonly string[]
  readonly added: readonly string[]
} {
  const [old, now] = [before, after].map((text) => (text === '' ? [] : text.split('\n')))
  return {
    removed: (old ?? []).filter((line) => !(now ?? []).includes(line)),
    added: (now ?? []).filter((line) => !(old ?? []).includes(line)),
  }
}
