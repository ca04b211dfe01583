import { storeCredential } from '../../kernel/credential-writes.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { hideForAWhile } from '../core/visibility.ts'
import { identityInPath } from '../identities/identity-shape.ts'
import { demandAllowedByPolicy } from '../policies/demand-allowed.ts'
import { provokeOnWrite } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import {
  demandCredentialName,
  demandRegion,
  demandRoom,
  readCredential,
  type CredentialFields,
} from './credential-rules.ts'
import {
  credentialInPath,
  credentialShape,
  credentialsOf,
  credentialType,
  demandParent,
} from './credential-shape.ts'
import { writeAlone } from './write-overlap.ts'

export const putCredential = armOperation({
  id: 'arm/put-credential',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{credential}',
  armType: armTypes.credentials,
  summary: 'Create a federated identity credential (201) or replace it whole (200)',
  source:
    'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/create-or-update',
  handle: put,
})

async function put(call: ArmCall): Promise<EmulatorResponse> {
  const { world, request, apiVersion } = call
  const { name, scope } = credentialInPath(call)
  const { key: identityKey } = identityInPath(call)
  const action = `${credentialType}/write`
  admit(call, action, scope)
  await provokeOnWrite(call, { name, action, scope, identityKey })
  const identity = demandParent(call, 'written')
  spendIdentityRequest(world, 'create', identity.subscriptionId, identityKey)
  demandRegion(world, identity)
  demandCredentialName(name)
  const fields = readCredential(parseBody(request.body), apiVersion, world.reality)
  const { issuer, subject, audiences } = fields
  const properties = { issuer, subject, audiences }
  demandAllowedByPolicy(world, { id: scope, name, type: credentialType, properties })
  return writeAlone(world, identityKey, () => {
    const { credential, isNew } = store(call, fields)
    return { status: isNew ? 201 : 200, body: credentialShape(credential, identity, apiVersion) }
  })
}

function store(call: ArmCall, fields: CredentialFields): { credential: FederatedCredential; isNew: boolean } {
  const { world } = call
  const { name, key } = credentialInPath(call)
  const { key: resourceId } = identityInPath(call)
  demandParent(call, 'written')
  const present = world.store.credentials.get(key)
  const others = credentialsOf(world, resourceId).filter((credential) => credential !== present)
  demandRoom(fields, others)
  const credential: FederatedCredential = {
    id: present?.id ?? world.newGuid(),
    parent: { kind: 'managedIdentity', resourceId },
    name: present?.name ?? name,
    description: null,
    createdAt: present?.createdAt ?? world.clock.now(),
    ...fields,
  }
  storeCredential(world, key, credential)
  if (!present) hideForAWhile(world, key)
  return { credential, isNew: present === undefined }
}
