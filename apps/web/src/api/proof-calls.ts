import {
  proofEndpoints,
  type Beacon,
  type ClaimsOfTrust,
  type NewBeacon,
  type ProofAttempt,
  type SignInsOfTrust,
  type Trust,
} from '@trustwright/shared-schemas'
import { queryOptions } from '@tanstack/react-query'
import type { TrustKey } from '../paths.ts'
import { call } from './client.ts'
import { followStream } from './event-stream.ts'

/** Checks stored values and what their issuer answers; once for the same values, until it is asked for again. */
export const checkQuery = (key: TrustKey, { fingerprint }: Pick<Trust, 'fingerprint'>) =>
  queryOptions({
    queryKey: ['checkTrust', key, fingerprint],
    queryFn: ({ signal }) => call(proofEndpoints.checkTrust, { body: key, signal }),
    staleTime: Infinity,
    retry: false,
  })

/** Tells that claims match: never more than the stored values themselves, and never a token. */
export function noteMatch(key: TrustKey, match: Pick<ClaimsOfTrust, 'fingerprint' | 'claims'>) {
  return call(proofEndpoints.matchTrust, { body: { ...key, ...match } })
}

/** The real exchange, tried again while that may help. Ends with the signal. */
export async function* attemptProof(
  key: TrustKey,
  token: string,
  signal: AbortSignal,
): AsyncGenerator<ProofAttempt> {
  for await (const { data } of followStream(proofEndpoints.attemptProof, {
    body: { ...key, token },
    signal,
  })) {
    yield data
  }
}

export function findSignIns(key: TrustKey): Promise<SignInsOfTrust> {
  return call(proofEndpoints.findSignIns, { body: key })
}

/** The person's own, newest first; asked for anew by each page that opens. */
export const beaconsQuery = queryOptions({
  queryKey: ['listBeacons'],
  queryFn: async ({ signal }) => (await call(proofEndpoints.listBeacons, { signal })).beacons,
  staleTime: 0,
})

export function openBeacon(key: TrustKey): Promise<NewBeacon> {
  return call(proofEndpoints.openBeacon, { body: key })
}

/** One stream of what comes to a beacon; it ends after some minutes. */
export async function* followBeacon(beaconId: string, signal: AbortSignal): AsyncGenerator<Beacon> {
  const params = { beaconId }
  for await (const { data } of followStream(proofEndpoints.followBeacon, { params, signal })) yield data
}
