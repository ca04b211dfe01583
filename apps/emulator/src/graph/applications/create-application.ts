import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { Application } from '../../kernel/entities/directory.ts'
import { newApplication } from '../../kernel/directory.ts'
import { audit } from '../core/audit.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandCreate } from '../core/rights.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import type { ApplicationBody } from './application-schema.ts'
import { applicationType } from './application-type.ts'
import { applyBody, readApplicationBody } from './apply-body.ts'

export const createApplication = graphOperation({
  id: 'graph/create-application',
  method: 'POST',
  path: '/applications',
  summary: 'Register an application; whoever does so becomes its owner',
  source: 'https://learn.microsoft.com/graph/api/application-post-applications',
  permissions: permissions.writeApplications,
  handle: (call) => registered(call, readApplicationBody(call)),
})

/** Stores a new application and answers 201. Throws 403 and 400 in Graph's words. */
export function registered(call: GraphCall, body: ApplicationBody): EmulatorResponse {
  const { world, request } = call
  demandCreate(call)
  const { displayName, uniqueName } = body
  if (displayName === undefined) throw refuse(faults.valueRequired('displayName', 'Application'))
  if (uniqueName && world.store.applications.by('uniqueName', uniqueName).length > 0) {
    throw refuse(faults.sameKey('uniqueName'))
  }
  const application = newlyMade(call, body, displayName)
  world.transaction(() => {
    aboutToWrite(world, 'applications', application.appId)
    world.store.applications.put(application.appId, application)
    audit(call, {
      activity: 'Add application',
      operationType: 'Add',
      target: { id: application.objectId, type: 'Application', displayName },
    })
  })
  const location = `${request.origin}/v2/${world.settings.tenantId}/directoryObjects/${application.objectId}/Microsoft.DirectoryServices.Application`
  const item = applicationType.item(application, call)
  return entityAnswer(call, item, 'applications/$entity', { status: 201, headers: { location } })
}

/** Left out, the audience includes personal accounts, and tokens are then version 2. */
function newlyMade({ world, caller }: GraphCall, body: ApplicationBody, displayName: string): Application {
  const signInAudience = body.signInAudience ?? 'AzureADandPersonalMicrosoftAccount'
  const personal = signInAudience.includes('Personal') && body.api?.requestedAccessTokenVersion === undefined
  const fresh = newApplication({
    objectId: world.newGuid(),
    appId: world.newGuid(),
    displayName,
    createdAt: world.clock.now(),
    signInAudience,
    ownerIds: [caller.objectId],
    furtherProperties: { createdByAppId: caller.appId },
  })
  const present = personal
    ? { ...fresh, api: { ...fresh.api, requestedAccessTokenVersion: 2 as const } }
    : fresh
  return applyBody(world, body, present)
}
