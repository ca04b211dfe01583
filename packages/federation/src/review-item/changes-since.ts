import { type Fact, valueOf } from '../findings/facts/fact.ts'
import type { FindingParent, FindingTrust } from '../findings/facts/inventory.ts'

/** One trust as it stood at one time, with what it stands on. */
export interface ReviewState {
  readonly trust: Pick<FindingTrust, 'name' | 'issuer' | 'subject' | 'expression' | 'audiences'>
  /** Null where it was not read. */
  readonly parent: Pick<FindingParent, 'roles' | 'appRoles' | 'directoryRoles' | 'owners'> | null
}

export const reviewChanges = [
  'trust',
  'issuer',
  'subject',
  'expression',
  'audience',
  'role',
  'permission',
  'directory-role',
  'owner',
] as const
export type ReviewChangeKind = (typeof reviewChanges)[number]

export interface ReviewChange {
  readonly kind: ReviewChangeKind
  /** In a person's words, the values in their own letters. */
  readonly text: string
  /** It opens more than before, or opens to others. */
  readonly widens: boolean
}

export interface ChangesSince {
  /** What widens first. */
  readonly changes: readonly ReviewChange[]
  /** Could not be compared, because it was not read at one of the times: nothing is said about them. */
  readonly notCompared: readonly ReviewChangeKind[]
}

/** What changed about a trust from one review to the next. `before` is null for one that was not there. */
export function changesSince(before: ReviewState | null, after: ReviewState): ChangesSince {
  if (before === null) {
    const made = { kind: 'trust', text: `${after.trust.name} was made.`, widens: true } as const
    return { changes: [made], notCompared: [] }
  }
  const sets = setsOf(before.parent, after.parent)
  const changes = [...ofValues(before.trust, after.trust), ...sets.flatMap(ofSet)]
  return {
    changes: changes.toSorted((a, b) => Number(b.widens) - Number(a.widens)),
    notCompared: sets.filter((set) => set.from === null || set.to === null).map(({ kind }) => kind),
  }
}

function ofValues(from: ReviewState['trust'], to: ReviewState['trust']): readonly ReviewChange[] {
  const values = [
    ['issuer', from.issuer, to.issuer],
    ['subject', from.subject, to.subject],
    ['expression', from.expression, to.expression],
    ['audience', from.audiences.join(', '), to.audiences.join(', ')],
  ] as const
  return values.flatMap(([kind, old, now]) =>
    old === now
      ? []
      : [{ kind, text: `The ${kind} was ${old ?? 'empty'}, and is ${now ?? 'empty'}.`, widens: true }],
  )
}

interface ComparedSet {
  readonly kind: ReviewChangeKind
  /** Null where it is not known. */
  readonly from: readonly string[] | null
  readonly to: readonly string[] | null
}

function setsOf(from: ReviewState['parent'], to: ReviewState['parent']): readonly ComparedSet[] {
  const set = <T>(
    kind: ReviewChangeKind,
    read: (parent: NonNullable<ReviewState['parent']>) => Fact<readonly T[]>,
    textOf: (item: T) => string,
  ): ComparedSet => {
    const texts = (parent: ReviewState['parent']) =>
      parent === null ? null : (valueOf(read(parent))?.map(textOf) ?? null)
    return { kind, from: texts(from), to: texts(to) }
  }
  return [
    set(
      'role',
      ({ roles }) => roles,
      ({ roleName, roleDefinitionId, scope }) => `${roleName ?? roleDefinitionId} on ${scope}`,
    ),
    set(
      'permission',
      ({ appRoles }) => appRoles,
      ({ value, resourceName }) => `${value ?? 'An unnamed permission'} of ${resourceName}`,
    ),
    set(
      'directory-role',
      ({ directoryRoles }) => directoryRoles,
      ({ displayName, scope }) => `${displayName}${scope === '/' ? '' : ` on ${scope}`}`,
    ),
    set(
      'owner',
      ({ owners }) => owners,
      ({ displayName, enabled }) => `${displayName}${enabled === false ? ' (blocked)' : ''}`,
    ),
  ]
}

function ofSet({ kind, from, to }: ComparedSet): readonly ReviewChange[] {
  if (from === null || to === null) return []
  const words =
    kind === 'owner'
      ? (['became an owner', 'is no owner any more'] as const)
      : (['was added', 'was taken away'] as const)
  const opens = kind !== 'owner'
  return [
    ...less(to, from).map((text) => ({ kind, text: `${text} ${words[0]}.`, widens: opens })),
    ...less(from, to).map((text) => ({ kind, text: `${text} ${words[1]}.`, widens: false })),
  ]
}

function less(all: readonly string[], those: readonly string[]): readonly string[] {
  return [...new Set(all)].filter((text) => !those.includes(text)).toSorted()
}
