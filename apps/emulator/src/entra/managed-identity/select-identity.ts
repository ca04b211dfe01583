import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { identityByClientId } from './find-identity.ts'

/** Query parameters that name an identity, by what they name. Both endpoints take each other's spellings. */
const selectors = {
  clientId: ['client_id', 'clientid'],
  principalId: ['object_id', 'principal_id'],
  resourceId: ['msi_res_id', 'mi_res_id'],
}

/** The emulator stands for every machine at once: without a selector the identity is clear only when there is a single one. */
export function selectIdentity(
  query: URLSearchParams,
  world: World,
): ManagedIdentity | 'notFound' | 'ambiguous' {
  const valueOf = (names: readonly string[]) =>
    names.map((name) => query.get(name)).find((value) => value !== null)
  const clientId = valueOf(selectors.clientId)
  const principalId = valueOf(selectors.principalId)
  const resourceId = valueOf(selectors.resourceId)
  const { identities } = world.store
  if (clientId !== undefined) return identityByClientId(clientId, world) ?? 'notFound'
  if (principalId !== undefined)
    return identities.by('principalId', principalId?.toLowerCase() ?? '')[0] ?? 'notFound'
  if (resourceId !== undefined) return identities.get(resourceId?.toLowerCase() ?? '') ?? 'notFound'
  const [only] = identities.size() === 1 ? identities.list() : []
  return only ?? (identities.size() === 0 ? 'notFound' : 'ambiguous')
}
