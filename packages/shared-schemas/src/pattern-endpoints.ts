import { ApplicationPath } from './application.ts'
import { endpoint } from './endpoint.ts'
import { KnownPatternSupport, PatternProbe, PatternProbeResult } from './pattern-support.ts'
import { IdentityPath, identityAddress } from './trust-parent.ts'

const ofIdentity = `${identityAddress}/pattern-support` as const
const ofApplication = '/api/applications/:appId/pattern-support'

/** Whether Azure takes patterns; a part of `endpoints`. What is known counts for the tenant and the kind of parent. */
export const patternEndpoints = {
  readPatternSupport: endpoint({
    operationId: 'readPatternSupport',
    summary: 'Whether the tenant takes patterns on managed identities, as far as it was found out',
    method: 'GET',
    path: ofIdentity,
    access: 'signed-in',
    params: IdentityPath,
    status: 200,
    reply: KnownPatternSupport,
    errors: [],
  }),
  probePatternSupport: endpoint({
    operationId: 'probePatternSupport',
    summary:
      'Ask Azure whether it takes patterns on a managed identity, with a pattern that it has to refuse',
    method: 'POST',
    path: ofIdentity,
    access: 'signed-in',
    params: IdentityPath,
    body: PatternProbe,
    status: 200,
    reply: PatternProbeResult,
    errors: [
      'TRUST_LIMIT_REACHED',
      'REGION_NOT_SUPPORTED',
      'CONCURRENT_WRITE',
      'RESOURCE_LOCKED',
      'POLICY_REFUSED',
      'FORBIDDEN',
      'NOT_FOUND',
    ],
  }),
  readApplicationPatternSupport: endpoint({
    operationId: 'readApplicationPatternSupport',
    summary: 'Whether the tenant takes patterns on applications, as far as it was found out',
    method: 'GET',
    path: ofApplication,
    access: 'signed-in',
    params: ApplicationPath,
    status: 200,
    reply: KnownPatternSupport,
    errors: [],
  }),
  probeApplicationPatternSupport: endpoint({
    operationId: 'probeApplicationPatternSupport',
    summary: 'Ask Azure whether it takes patterns on an application, with a pattern that it has to refuse',
    method: 'POST',
    path: ofApplication,
    access: 'signed-in',
    params: ApplicationPath,
    body: PatternProbe,
    status: 200,
    reply: PatternProbeResult,
    errors: ['TRUST_LIMIT_REACHED', 'CONCURRENT_WRITE', 'POLICY_REFUSED', 'FORBIDDEN', 'NOT_FOUND'],
  }),
} as const
