/** What a person lacks: an Azure role at a scope, or something of the directory. */
export interface MissingAccess {
  /** Action of ARM or of the directory, or the Graph permission itself where the portal was not given it. */
  readonly action: string | null
  readonly role: string | null
  readonly scope: string | null
  /** Set where it is about the directory: the delegated Graph permission of the portal. */
  readonly permission?: string
  readonly permissionGranted?: boolean
  /** Why the person themselves may; null or left out where they may not, or nobody knows. */
  readonly because?: string | null
}

/** Whoever asks, so that the answer can be one command. */
export interface Requester {
  readonly objectId: string
  readonly username: string
}

/** Permissions and roles of the directory are granted elsewhere than roles of Azure. */
export function isOfDirectory({ action, scope, permission }: MissingAccess): boolean {
  return (
    permission !== undefined || scope === graphItself || action?.startsWith('microsoft.directory/') === true
  )
}

/**
 * Whether the person lacks something beside the consent. In the directory as a whole everybody may do much by default, so
 * without the consent nobody knows that they do.
 */
export function lacksOwnRight({ because = null, permissionGranted, scope }: MissingAccess): boolean {
  return because === null && !(permissionGranted === false && scope?.startsWith('/applications/') !== true)
}

const graphItself = 'Microsoft Graph'

/** A message that a person can send to whoever grants access. Without a requester the account stays open. */
export function requestToAdmin(missing: MissingAccess, requester: Requester | null = null): string {
  const lines = isOfDirectory(missing)
    ? directoryRequest(missing, requester)
    : roleRequest(missing, requester)
  return [...lines, ...(requester === null ? [] : [`Account: ${requester.username}`])].join('\n')
}

function roleRequest({ action, role, scope }: MissingAccess, requester: Requester | null): string[] {
  const asked = role ?? 'a role that carries the action below'
  const assignee =
    requester === null
      ? '--assignee <my account>'
      : `--assignee-object-id ${requester.objectId} --assignee-principal-type User`
  return [
    `I need ${asked}${scope === null ? '' : ` on this scope`} to ${purposeOf(action)}.`,
    ...(scope === null ? [] : [`Scope: ${scope}`]),
    ...(action === null ? [] : [`Action: ${action}`]),
    ...(role === null || scope === null
      ? []
      : [`Command: az role assignment create ${assignee} --role "${role}" --scope "${scope}"`]),
  ]
}

/**
 * Consent: https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 * Owners: https://learn.microsoft.com/cli/azure/ad/app/owner
 */
function directoryRequest(missing: MissingAccess, requester: Requester | null): string[] {
  const { action, role, scope, permission, permissionGranted } = missing
  if (scope === graphItself) return consentRequest(action ?? '', 'reach Microsoft Graph for me')
  const appId = /^\/applications\/([^/]+)/.exec(scope ?? '')?.[1]
  const purpose = purposeOf(action)
  const own = !lacksOwnRight(missing)
    ? []
    : appId === undefined
      ? [`I need the directory role ${role ?? 'that carries the action below'} to ${purpose}.`]
      : [
          `I need to ${purpose}. One of these is enough:`,
          `- make me an owner: az ad app owner add --id ${appId} --owner-object-id ${requester?.objectId ?? '<my object ID>'}`,
          `- give me the directory role ${role ?? 'that carries the action below'}, over this application alone if you like.`,
        ]
  return [
    ...(permission !== undefined && permissionGranted === false ? consentRequest(permission, purpose) : []),
    ...own,
    ...(appId === undefined ? [] : [`Application (client) ID: ${appId}`]),
    ...(action === null ? [] : [`Action: ${action}`]),
  ]
}

function consentRequest(permission: string, purpose: string): string[] {
  return [
    `The portal Trustwright needs the delegated Microsoft Graph permission ${permission}, with admin consent, to ${purpose}.`,
    'It acts as whoever is signed in, so it lets nobody do more than their own rights allow.',
    'Where: Entra admin center > App registrations > Trustwright > API permissions > Add a permission > Microsoft Graph > Delegated permissions, then Grant admin consent.',
    'Who can: a Cloud Application Administrator, an Application Administrator or a Privileged Role Administrator.',
  ]
}

const purposes: readonly (readonly [RegExp, string])[] = [
  [/\/userAssignedIdentities\/write$/i, 'create managed identities'],
  [/\/resourceGroups\/write$/i, 'create resource groups'],
  [/\/roleAssignments\/write$/i, 'give identities access'],
  [/\/roleAssignments\/delete$/i, 'take access away from identities'],
  [/^microsoft\.directory\/applications\/create/i, 'register applications'],
  [
    /^microsoft\.directory\/applications\/credentials\//i,
    'manage federated identity credentials of an application',
  ],
  [/^microsoft\.directory\/applications\/.*read$/i, 'see applications'],
  [/^microsoft\.directory\/servicePrincipals\//i, 'make service principals of applications'],
]

/** The last words of an action say what it is for. */
function purposeOf(action: string | null): string {
  const known = purposes.find(([pattern]) => pattern.test(action ?? ''))
  return known?.[1] ?? 'manage federated identity credentials'
}
