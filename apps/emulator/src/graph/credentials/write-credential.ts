import { storeCredential } from '../../kernel/credential-writes.ts'
import type { Application } from '../../kernel/entities/directory.ts'
import { applicationKey, type FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { audit } from '../core/audit.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { aboutToWrite } from '../core/replica.ts'
import { credentialKey } from './credential-key.ts'
import type { CredentialBody } from './credential-body.ts'
import { mergedFields } from './credential-body.ts'
import { demandFields, demandPlace } from './credential-rules.ts'

export const credentialAudit = 'Update application – Certificates and secrets management '

/** The application's credentials as its writers see them. */
export function credentialsOf({ world }: GraphCall, application: Application): FederatedCredential[] {
  return world.store.credentials.by('parent', applicationKey(application.objectId))
}

/** Stores a new credential. Throws in Graph's words when the rules refuse it. */
export function createdCredential(
  call: GraphCall,
  application: Application,
  body: CredentialBody,
): FederatedCredential {
  const { world } = call
  const draft = demandFields(world, mergedFields(body))
  demandPlace(draft, credentialsOf(call, application))
  const credential: FederatedCredential = {
    ...draft,
    id: world.newGuid(),
    parent: { kind: 'application', objectId: application.objectId },
    createdAt: world.clock.now(),
  }
  putCredential(call, application, credential)
  return credential
}

export function putCredential(
  call: GraphCall,
  application: Application,
  credential: FederatedCredential,
): void {
  const { world } = call
  const key = credentialKey(application.objectId, credential.id)
  const before = world.store.credentials.get(key)
  world.transaction(() => {
    aboutToWrite(world, 'credentials', key)
    storeCredential(world, key, credential)
    auditCredential(call, application, { before, after: credential })
  })
}

/** The row that `auditLogs/directoryAudits` has of a change. */
export function auditCredential(
  call: GraphCall,
  { objectId, displayName }: Application,
  change: { before: FederatedCredential | undefined; after: FederatedCredential | undefined },
): void {
  const text = (credential: FederatedCredential | undefined) =>
    credential
      ? JSON.stringify([
          {
            Name: credential.name,
            Issuer: credential.issuer,
            Subject: credential.subject,
            Audiences: credential.audiences,
          },
        ])
      : '[]'
  audit(call, {
    activity: credentialAudit,
    operationType: 'Update',
    target: { id: objectId, type: 'Application', displayName },
    changes: [
      { name: 'FederatedIdentityCredentials', before: text(change.before), after: text(change.after) },
    ],
  })
}
