import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { diagnose } from './diagnose.ts'
import type { DiagnosisDeps } from './diagnosis-deps.ts'
import { lookUpTrusts } from './look-up-trusts.ts'

export function registerDiagnosisRoutes(app: FastifyInstance, deps: DiagnosisDeps): void {
  registerEndpoint(app, endpoints.diagnose, ({ caller, body }) => diagnose(deps, caller, body))
  registerEndpoint(app, endpoints.lookUpTrusts, ({ caller, body }) => lookUpTrusts(deps, caller, body))
}
