import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { readTrustHistory } from './read-trust-history.ts'
import type { TrustHistoryDeps } from './trust-history-deps.ts'

export function registerTrustHistoryRoutes(app: FastifyInstance, deps: TrustHistoryDeps): void {
  registerEndpoint(app, endpoints.readTrustHistory, ({ caller, body }) =>
    readTrustHistory(deps, caller, body),
  )
}
