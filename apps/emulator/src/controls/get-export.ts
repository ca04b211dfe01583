import type { Operation } from '../kernel/operation.ts'
import type { FederatedCredential } from '../kernel/entities/federated-credential.ts'
import type { World } from '../kernel/world.ts'
import { credentialId, identityId } from '../arm/core/resource-ids.ts'
import { controlAnswer } from './read-control.ts'

export const getExport: Operation = {
  id: 'controls/get-export',
  method: 'GET',
  path: '/_emulator/export',
  summary: 'Every trust of the tenant with its parent, to compare what a client found',
  source: 'the emulator itself',
  handle: (_request, world) => {
    const trusts = world.store.credentials.list().map((credential) => shape(credential, world))
    return controlAnswer({ count: trusts.length, trusts })
  },
}

/** `id` as ARM or Graph gives it. */
function shape(credential: FederatedCredential, { store }: World) {
  const { id, name, issuer, subject, claimsMatchingExpression, audiences, parent } = credential
  const claims = { name, issuer, subject, expression: claimsMatchingExpression?.value ?? null, audiences }
  if (parent.kind === 'application') {
    const [application] = store.applications.by('objectId', parent.objectId)
    return { id, parent: { ...parent, appId: application?.appId ?? null }, ...claims }
  }
  const identity = store.identities.get(parent.resourceId)
  const resourceId = identity
    ? identityId(identity.subscriptionId, identity.resourceGroup, identity.name)
    : parent.resourceId
  const found = { kind: parent.kind, resourceId, principalId: identity?.principalId ?? null }
  return { id: credentialId(resourceId, name), parent: found, ...claims }
}
