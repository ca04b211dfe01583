import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { demand } from '../roles/authorise.ts'
import { credentialInPath, credentialType } from './credential-shape.ts'

/** Azure itself has no such operations: 405, not the 501 of what is missing here. */
export const refuseCredentialMethod: readonly Operation[] = (['PATCH', 'POST'] as const).map((method) =>
  armOperation({
    id: 'arm/refuse-credential-method',
    method,
    path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{credential}',
    armType: armTypes.credentials,
    summary: 'Refused: a federated identity credential is written whole, by PUT',
    source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials',
    handle: (call) => {
      demand(call.world, call.caller, `${credentialType}/write`, credentialInPath(call).scope)
      throw refuse(faults.methodNotAllowed(method))
    },
  }),
)
