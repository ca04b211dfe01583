import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { IdSwitchDeps } from './id-switch-deps.ts'
import { readIdSwitch } from './read-id-switch.ts'
import { removeSwitched } from './remove-switched.ts'

export function registerIdSwitchRoutes(app: FastifyInstance, deps: IdSwitchDeps): void {
  registerEndpoint(app, endpoints.readIdSwitch, ({ caller, body }) => readIdSwitch(deps, caller, body))
  registerEndpoint(app, endpoints.removeSwitchedTrust, ({ caller, body }) =>
    removeSwitched(deps, caller, body),
  )
}
