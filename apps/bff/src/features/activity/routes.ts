import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerFile } from '../../routes/register-file.ts'
import { exportActivity } from './export-activity.ts'
import { listActivity } from './list-activity.ts'
import { listApplicationActivity } from './list-application-activity.ts'
import { listIdentityActivity } from './list-identity-activity.ts'
import type { ActivityParts } from './activity-parts.ts'

export function registerActivityRoutes(app: FastifyInstance, parts: ActivityParts): void {
  registerEndpoint(
    app,
    endpoints.listActivity,
    async ({ caller, query }) => await listActivity(parts, caller, query),
  )
  registerFile(app, endpoints.exportActivity, ({ caller, query }) => exportActivity(parts, caller, query))
  registerEndpoint(
    app,
    endpoints.listIdentityActivity,
    async ({ caller, params, query }) => await listIdentityActivity(parts, caller, params, query),
  )
  registerEndpoint(
    app,
    endpoints.listApplicationActivity,
    async ({ caller, params, query }) => await listApplicationActivity(parts, caller, params.appId, query),
  )
}
