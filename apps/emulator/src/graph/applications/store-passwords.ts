import type { Application } from '../../kernel/entities/directory.ts'
import { audit } from '../core/audit.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { aboutToWrite } from '../core/replica.ts'

/** Replaces the secrets of an application. */
export function storePasswords(
  call: GraphCall,
  application: Application,
  passwordCredentials: Application['passwordCredentials'],
): void {
  const { world } = call
  world.transaction(() => {
    aboutToWrite(world, 'applications', application.appId)
    world.store.applications.put(application.appId, { ...application, passwordCredentials })
    audit(call, {
      activity: 'Update application – Certificates and secrets management ',
      operationType: 'Update',
      target: { id: application.objectId, type: 'Application', displayName: application.displayName },
    })
  })
}
