import { endpoint } from './endpoint.ts'
import { examples } from './examples.ts'
import { IssuerProbe, IssuerProbeRequest } from './issuer-probe.ts'

/** The addresses about outside issuers; a part of `endpoints`. */
export const issuerEndpoints = {
  probeIssuer: endpoint({
    operationId: 'probeIssuer',
    summary: 'Read discovery document and keys of an issuer as Entra would, and tell what is wrong with them',
    method: 'POST',
    path: '/api/issuers/probe',
    access: 'signed-in',
    body: IssuerProbeRequest.meta({ examples: [...examples.probeIssuer] }),
    requestsPerMinute: 60,
    status: 200,
    reply: IssuerProbe,
    errors: [],
  }),
} as const
