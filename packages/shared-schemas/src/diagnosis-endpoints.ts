import { DiagnosisAnswer, DiagnosisRequest, LookupAnswer, TrustLookup } from './diagnosis.ts'
import { endpoint } from './endpoint.ts'
import { examples } from './examples.ts'
import { Preflight, PreflightRequest, SeveralPreflight, SeveralPreflightRequest } from './preflight.ts'

/** The addresses that tell why a trust fails, or would; a part of `endpoints`. */
export const diagnosisEndpoints = {
  preflight: endpoint({
    operationId: 'preflight',
    summary: 'What stands in the way of storing, changing or deleting a trust, before anything is written',
    method: 'POST',
    path: '/api/preflight',
    access: 'signed-in',
    body: PreflightRequest.meta({ examples: [...examples.preflight] }),
    requestsPerMinute: 60,
    status: 200,
    reply: Preflight,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  preflightSeveral: endpoint({
    operationId: 'preflightSeveral',
    summary: 'What stands in the way of storing several trusts on one parent, each after the ones before it',
    method: 'POST',
    path: '/api/preflight/several',
    access: 'signed-in',
    body: SeveralPreflightRequest.meta({ examples: [...examples.preflightSeveral] }),
    requestsPerMinute: 60,
    status: 200,
    reply: SeveralPreflight,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  diagnose: endpoint({
    operationId: 'diagnose',
    summary: 'Why a workload cannot sign in: from the text of the failure or the claims, never from a token',
    method: 'POST',
    path: '/api/diagnoses',
    access: 'signed-in',
    body: DiagnosisRequest.meta({ examples: [...examples.diagnose] }),
    requestsPerMinute: 60,
    status: 200,
    reply: DiagnosisAnswer,
    errors: ['TOKEN_NOT_WANTED', 'NOT_FOUND', 'FORBIDDEN'],
  }),
  lookUpTrusts: endpoint({
    operationId: 'lookUpTrusts',
    summary: 'Trusts of the tenant that match claims, or nearly do, by the newest inventory of the person',
    method: 'POST',
    path: '/api/trusts/lookup',
    access: 'signed-in',
    body: TrustLookup.meta({ examples: [...examples.lookUpTrusts] }),
    requestsPerMinute: 60,
    status: 200,
    reply: LookupAnswer,
    errors: ['TOKEN_NOT_WANTED'],
  }),
} as const
