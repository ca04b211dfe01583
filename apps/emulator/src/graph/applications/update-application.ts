import type { Application } from '../../kernel/entities/directory.ts'
import { audit } from '../core/audit.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { createIfMissing } from '../core/preferences.ts'
import { aboutToWrite } from '../core/replica.ts'
import { applyBody, readApplicationBody } from './apply-body.ts'
import { registered } from './create-application.ts'
import { applicationBy, applicationKeyIn, applicationToWrite } from './find-application.ts'

export const updateApplication = graphOperation({
  id: 'graph/update-application',
  method: 'PATCH',
  path: '/applications[application]',
  summary: 'Change an application, or make one by its unique name with `Prefer: create-if-missing`',
  source: 'https://learn.microsoft.com/graph/api/application-update',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const key = applicationKeyIn(call)
    const missing = !applicationBy(call.world.store.applications, key)
    if (missing && 'property' in key && key.property === 'uniqueName' && createIfMissing(call)) {
      return registered(call, { ...readApplicationBody(call), uniqueName: key.value })
    }
    return changed(call)
  },
})

function changed(call: GraphCall) {
  const { world } = call
  const present = applicationToWrite(call)
  const body = readApplicationBody(call)
  const next = applyBody(world, body, present)
  world.transaction(() => {
    aboutToWrite(world, 'applications', next.appId)
    world.store.applications.put(next.appId, next)
    if (next.displayName !== present.displayName) renamePrincipals(call, next)
    audit(call, {
      activity:
        body.keyCredentials || body.passwordCredentials
          ? 'Update application – Certificates and secrets management '
          : 'Update application',
      operationType: 'Update',
      target: { id: next.objectId, type: 'Application', displayName: next.displayName },
      changes: Object.keys(body).map((name) => ({ name, before: null, after: null })),
    })
  })
  return { status: 204 }
}

/** A principal carries the name of its application. */
function renamePrincipals({ world }: GraphCall, { appId, displayName }: Application): void {
  for (const principal of world.store.servicePrincipals.by('appId', appId)) {
    aboutToWrite(world, 'servicePrincipals', principal.objectId)
    world.store.servicePrincipals.put(principal.objectId, { ...principal, displayName })
  }
}
