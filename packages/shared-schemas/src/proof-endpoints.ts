import * as z from 'zod'
import { Beacon, NewBeacon } from './beacon.ts'
import { DiagnosedCause } from './cause.ts'
import { endpoint } from './endpoint.ts'
import { examples } from './examples.ts'
import { limits } from './limits.ts'
import { ProofAttempt, ProofAttemptRequest } from './proof-attempt.ts'
import { ProofStep } from './proof-step.ts'
import { SignInsOfTrust } from './sign-in-record.ts'
import { TrustRef } from './trust-ref.ts'

const claim = z.string().max(limits.textLength)
const ofTrust = ['NOT_FOUND', 'FORBIDDEN'] as const
const BeaconPath = z.strictObject({ beaconId: z.uuid() })

/** Claims that a browser read in a pasted token; the token itself stays there. */
export const ClaimsOfTrust = z.strictObject({
  ...TrustRef.shape,
  /** Of the trust that the person saw. */
  fingerprint: z.string().min(1),
  claims: z.strictObject({
    iss: claim,
    sub: claim,
    aud: z.array(claim).min(1).max(10),
    /** Those that a pattern asks for. */
    more: z
      .record(z.string().max(100), claim)
      .refine((more) => Object.keys(more).length <= 20)
      .optional(),
  }),
})
export type ClaimsOfTrust = z.infer<typeof ClaimsOfTrust>

/** The addresses that prove a trust step by step; a part of `endpoints`. */
export const proofEndpoints = {
  checkTrust: endpoint({
    operationId: 'checkTrust',
    summary:
      'Check stored values by the rules of their platform and by what the issuer answers, and remember it',
    method: 'POST',
    path: '/api/proofs/check',
    access: 'signed-in',
    requestsPerMinute: 60,
    body: TrustRef.meta({ examples: [...examples.trust] }),
    status: 200,
    /** `checked` is null where a cause blocks, or the issuer cannot be read. */
    reply: z.strictObject({ checked: ProofStep.nullable(), causes: z.array(DiagnosedCause) }),
    errors: ofTrust,
  }),
  matchTrust: endpoint({
    operationId: 'matchTrust',
    summary: 'Compare claims that a browser read in a token with the stored trust, and remember a match',
    method: 'POST',
    path: '/api/proofs/match',
    access: 'signed-in',
    requestsPerMinute: 60,
    body: ClaimsOfTrust.meta({ examples: [...examples.matchTrust] }),
    status: 200,
    reply: z.strictObject({ matched: ProofStep.nullable() }),
    errors: [...ofTrust, 'TRUST_CHANGED_MEANWHILE', 'TOKEN_NOT_WANTED'],
  }),
  attemptProof: endpoint({
    operationId: 'attemptProof',
    summary:
      'Server-sent events of the real token exchange, tried again while Azure may still be spreading the trust; closing the stream ends it',
    method: 'POST',
    path: '/api/proofs/attempts',
    access: 'signed-in',
    requestsPerMinute: 30,
    body: ProofAttemptRequest.meta({ examples: [...examples.attemptProof] }),
    stream: true,
    status: 200,
    reply: ProofAttempt,
    errors: ofTrust,
  }),
  findSignIns: endpoint({
    operationId: 'findSignIns',
    summary: "Look for the trust in Entra's sign-in log, and remember when it was used last",
    method: 'POST',
    path: '/api/proofs/sign-ins',
    access: 'signed-in',
    requestsPerMinute: 10,
    body: TrustRef.meta({ examples: [...examples.trust] }),
    status: 200,
    reply: SignInsOfTrust,
    errors: ofTrust,
  }),
  openBeacon: endpoint({
    operationId: 'openBeacon',
    summary:
      'A one-time address that the workload of a trust posts a token to; the token is useless at Entra',
    method: 'POST',
    path: '/api/beacons',
    access: 'signed-in',
    requestsPerMinute: 60,
    body: TrustRef.meta({ examples: [...examples.trust] }),
    status: 201,
    reply: NewBeacon,
    errors: [...ofTrust, 'BEACON_LIMIT_REACHED'],
  }),
  listBeacons: endpoint({
    operationId: 'listBeacons',
    summary: "The person's own beacons of the last day, newest first, at most 50; never an address",
    method: 'GET',
    path: '/api/beacons',
    access: 'signed-in',
    status: 200,
    reply: z.strictObject({ beacons: z.array(Beacon) }),
    errors: [],
  }),
  readBeacon: endpoint({
    operationId: 'readBeacon',
    summary: 'What came to a beacon of the person',
    method: 'GET',
    path: '/api/beacons/:beaconId',
    access: 'signed-in',
    params: BeaconPath,
    status: 200,
    reply: Beacon,
    errors: ['BEACON_NOT_FOUND'],
  }),
  followBeacon: endpoint({
    operationId: 'followBeacon',
    summary: 'Server-sent events of a beacon of the person; the stream ends with it, and every five minutes',
    method: 'GET',
    path: '/api/beacons/:beaconId/events',
    access: 'signed-in',
    params: BeaconPath,
    stream: true,
    status: 200,
    reply: Beacon,
    errors: ['BEACON_NOT_FOUND'],
  }),
} as const
