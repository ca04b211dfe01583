import { readScope, typeWord, type ScopeWords } from './scope-words.ts'

interface RoleEffect {
  /** `read secrets of`; the words for what it is held on follow. */
  readonly does: string
  /** What a wider scope holds of it: `every key vault`. */
  readonly every: string
  /** Types of resources that the role says something about; empty: all. */
  readonly types: readonly string[]
  /** What makes it owner-like; absent where it is not. */
  readonly power?: string
}

const blobs = [
  'microsoft.storage/storageaccounts',
  'microsoft.storage/storageaccounts/blobservices/containers',
]
const registries = ['microsoft.containerregistry/registries']
const sites = ['microsoft.web/sites', 'microsoft.web/sites/slots']
const changesAll = 'change and delete everything'
const givesRoles = 'give anybody any role, itself included'
const anywhere = { every: 'everything', types: [] } as const

/** By the GUID of the role. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, read 2026-11-22 */
const effects: Readonly<Record<string, RoleEffect>> = {
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': {
    does: 'read files of',
    every: 'every storage account',
    types: blobs,
  },
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe': {
    does: 'read, write and delete files of',
    every: 'every storage account',
    types: blobs,
  },
  '4633458b-17de-408a-b874-0445c86b69e6': {
    does: 'read secrets of',
    every: 'every key vault',
    types: ['microsoft.keyvault/vaults', 'microsoft.keyvault/vaults/secrets'],
  },
  '8311e382-0749-4cb8-b61a-304f252e45ec': {
    does: 'push and pull images of',
    every: 'every container registry',
    types: registries,
  },
  '7f951dda-4ed3-4680-a7ca-43fe172d538d': {
    does: 'pull images of',
    every: 'every container registry',
    types: registries,
  },
  'de139f84-1756-47ae-9be6-808fbbe84772': {
    does: 'deploy to, change and delete',
    every: 'every web app and function app',
    types: sites,
  },
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': { does: 'look at', every: 'everything', types: [] },
  'b24988ac-6180-42a0-ab88-20f7382dd24c': {
    does: 'create, change and delete',
    ...anywhere,
    power: changesAll,
  },
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': {
    does: 'create, change, delete and give others access to',
    ...anywhere,
    power: `${changesAll} and ${givesRoles}`,
  },
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': {
    does: 'give anybody any role on',
    ...anywhere,
    power: givesRoles,
  },
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': {
    does: 'give anybody any role on',
    ...anywhere,
    power: givesRoles,
  },
}

/** `unknown`: a custom role, or one that this table does not have. */
export function powerOf(roleId: string): 'owner-like' | 'limited' | 'unknown' {
  const effect = effects[roleId.toLowerCase()]
  if (effect === undefined) return 'unknown'
  return effect.power === undefined ? 'limited' : 'owner-like'
}

/** `change and delete everything`: what an owner-like role lets its holder do; null for any other. */
export function powerWords(roleId: string): string | null {
  return effects[roleId.toLowerCase()]?.power ?? null
}

interface Given {
  /** Of the identity. */
  readonly name: string
  readonly roleId: string
  /** Null where it is not known. */
  readonly roleName: string | null
  readonly scope: string
  readonly words: ScopeWords
}

/** `id-pay-prod may then read secrets of key vault kv-pay.` */
export function effectOfRole({ name, roleId, roleName, scope, words }: Given): string {
  const effect = effects[roleId.toLowerCase()]
  if (effect === undefined) return `${name} then has ${roleName ?? 'this role'} on ${words.name}.`
  if (missedType(roleId, scope) !== null) return `${name} may then do nothing more on ${words.name}.`
  const isWide = readScope(scope).kind !== 'resource'
  return `${name} may then ${effect.does} ${isWide ? `${effect.every} in ${words.name}` : words.name}.`
}

/** Said where a role opens nothing on the resource that was named; null otherwise. */
export function missedType(roleId: string, scope: string): string | null {
  const types = effects[roleId.toLowerCase()]?.types ?? []
  const { kind, type } = readScope(scope)
  if (kind !== 'resource' || types.length === 0 || types.includes(type ?? '')) return null
  return `This role opens nothing on a ${typeWord(type)}. It is made for a ${typeWord(types[0] ?? null)}.`
}
