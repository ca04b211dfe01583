import type { Application } from '../../kernel/entities/directory.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { applicationToWrite } from '../applications/find-application.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { keyText } from '../core/keys.ts'
import { permissions } from '../core/permissions.ts'
import { createIfMissing } from '../core/preferences.ts'
import { refuse } from '../core/refusal.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { mergedFields, readCredentialBody } from './credential-body.ts'
import { credentialFaults } from './credential-faults.ts'
import { demandFields, demandOwnPair } from './credential-rules.ts'
import { credentialType } from './credential-type.ts'
import { credentialBy, credentialKeyIn } from './find-credential.ts'
import { createdCredential, credentialsOf, putCredential } from './write-credential.ts'

export const updateCredential = graphOperation({
  id: 'graph/update-credential',
  method: 'PATCH',
  path: '/applications[application]/federatedIdentityCredentials[credential]',
  summary: 'Change a credential, or make one by its name with `Prefer: create-if-missing`',
  source: 'https://learn.microsoft.com/graph/api/federatedidentitycredential-upsert',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const application = applicationToWrite(call)
    const key = credentialKeyIn(call)
    const present = credentialBy(credentialsOf(call, application), key)
    if (present) return changed(call, application, present)
    if ('id' in key || !createIfMissing(call)) throw refuse(faults.notFound(keyText(key)))
    return made(call, application, key.value)
  },
})

function changed(call: GraphCall, application: Application, present: FederatedCredential) {
  const body = readCredentialBody(call)
  if (body.name !== undefined && body.name !== present.name) throw refuse(credentialFaults.rename(body.name))
  if (body.id && body.id !== present.id) throw refuse(faults.readOnly('id', 'FederatedIdentityCredential'))
  const draft = demandFields(call.world, mergedFields(body, present))
  if ((draft.subject === null) !== (present.subject === null)) throw refuse(credentialFaults.conversion())
  const others = credentialsOf(call, application).filter(({ id }) => id !== present.id)
  demandOwnPair(draft, others)
  putCredential(call, application, { ...present, ...draft })
  return { status: 204 }
}

function made(call: GraphCall, application: Application, name: string) {
  const body = readCredentialBody(call)
  if (body.name !== undefined && body.name !== name) throw refuse(credentialFaults.rename(body.name))
  const credential = createdCredential(call, application, { ...body, name })
  const context = `applications('${application.objectId}')/federatedIdentityCredentials/$entity`
  return entityAnswer(call, credentialType.item(credential, call), context, { status: 201 })
}
