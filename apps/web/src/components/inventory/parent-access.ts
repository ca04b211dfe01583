import type { InventoryParent } from '@trustwright/shared-schemas'
import { readScope } from '../access/scope-words.ts'

type Gap = Extract<InventoryParent['roles'], { known: false }>['because']

/** One thing that an application or managed identity may do. */
export interface Opened {
  readonly kind: 'role' | 'directory-role' | 'app-role'
  /** `Owner`, `Mail.Read`. */
  readonly name: string
  /** Where it holds, in words: `subscription Production`, `whole directory`, `Microsoft Graph`. */
  readonly place: string
  /** ARM resource ID of a role's scope, or the scope of a directory role; empty for a permission. */
  readonly scope: string
  /** 0 is the worst. */
  readonly rank: number
  /** A person should look at it twice: it may do everything there, or give rights away. */
  readonly warns: boolean
  readonly conditioned: boolean
}

export interface ParentAccess {
  /** Worst first; null where nothing of it could be read. */
  readonly opened: readonly Opened[] | null
  /** Why parts of it are missing; empty where all was read. */
  readonly gaps: readonly { readonly what: string; readonly because: Gap }[]
}

type SubscriptionNames = ReadonlyMap<string, string>

/** What an identity opens: roles in Azure, roles in the directory, permissions of APIs. */
export function accessOf(parent: InventoryParent, names: SubscriptionNames): ParentAccess {
  const { roles, directoryRoles, appRoles } = parent
  const opened: Opened[] = [
    ...(roles.known ? roles.value.map((role) => openedRole(role, names)) : []),
    ...(directoryRoles.known ? directoryRoles.value.map(openedDirectoryRole) : []),
    ...(appRoles.known
      ? appRoles.value.map(({ value, resourceName }) => ({
          kind: 'app-role' as const,
          name: value ?? 'A permission without a name',
          place: resourceName,
          scope: '',
          rank: 5,
          warns: false,
          conditioned: false,
        }))
      : []),
  ]
  const gaps = [
    ...(roles.known ? [] : [{ what: 'Azure roles', because: roles.because }]),
    ...(directoryRoles.known ? [] : [{ what: 'directory roles', because: directoryRoles.because }]),
    ...(appRoles.known ? [] : [{ what: 'API permissions', because: appRoles.because }]),
  ]
  if (gaps.length === 3) return { opened: null, gaps }
  return { opened: opened.toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)), gaps }
}

type Known<Fact> = Extract<Fact, { known: true }> extends { value: readonly (infer Each)[] } ? Each : never

function openedRole(role: Known<InventoryParent['roles']>, names: SubscriptionNames): Opened {
  const { scope, roleName, roleDefinitionId, ownerLike, broad, canWrite, conditioned } = role
  const owns = ownerLike === true
  return {
    kind: 'role',
    name: roleName ?? `Role ${roleDefinitionId.split('/').at(-1) ?? ''}`,
    place: placeWords(scope, names),
    scope,
    rank: owns ? (broad ? 0 : 2) : canWrite === true ? (broad ? 3 : 4) : broad ? 6 : 7,
    warns: owns || (broad && canWrite === true),
    conditioned,
  }
}

function openedDirectoryRole({
  displayName,
  isPrivileged,
  scope,
}: Known<InventoryParent['directoryRoles']>): Opened {
  return {
    kind: 'directory-role',
    name: displayName,
    place: scope === '/' ? 'whole directory' : `directory scope ${scope}`,
    scope,
    rank: isPrivileged === true ? 1 : 4,
    warns: isPrivileged === true,
    conditioned: false,
  }
}

/** `subscription Production`, `rg-pay`, `kv-pay in rg-pay`. */
function placeWords(scope: string, names: SubscriptionNames): string {
  const { kind, name, resourceGroup, subscriptionId } = readScope(scope)
  if (kind === 'root') return 'whole tenant'
  if (kind === 'management-group') return `management group ${name}`
  if (kind === 'subscription') {
    return `subscription ${names.get((subscriptionId ?? name).toLowerCase()) ?? name}`
  }
  return kind === 'resource' && resourceGroup !== null ? `${name} in ${resourceGroup}` : name
}

const gapWords: Readonly<Record<Gap, string>> = {
  'not-read': 'not read yet',
  'not-allowed': 'you may not read it',
  'not-told': 'Azure does not tell',
  failed: 'could not be read',
  'too-early': 'watched for too short a time',
  'not-set-up': 'not set up',
}

/** Why a fact is missing, in words that follow a name. */
export function gapText(because: Gap): string {
  return gapWords[because]
}

/** Names of subscriptions by their IDs in lower case, as far as an identity in them told one. */
export function subscriptionNames(parents: Iterable<InventoryParent>): SubscriptionNames {
  const names = new Map<string, string>()
  for (const { parent, subscriptionName } of parents) {
    if (parent.kind === 'managedIdentity' && subscriptionName !== '')
      names.set(parent.subscriptionId.toLowerCase(), subscriptionName)
  }
  return names
}
