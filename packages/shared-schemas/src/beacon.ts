import * as z from 'zod'
import { TrustRef } from './trust-ref.ts'

/** Why a token that was posted to a beacon proved nothing. The beacon waits on. */
export const BeaconRefusal = z.enum([
  'no-token',
  'audience-of-azure',
  'other-audience',
  'other-issuer',
  'signature',
  'algorithm',
  'token-ended',
  'token-not-yet',
  'issuer-unreadable',
])
export type BeaconRefusal = z.infer<typeof BeaconRefusal>

/** A claim of a token whose signature was verified, beside the stored one. */
export const BeaconDifference = z.strictObject({
  claim: z.enum(['issuer', 'subject', 'pattern']),
  stored: z.string(),
  presented: z.string(),
})
export type BeaconDifference = z.infer<typeof BeaconDifference>

/** A one-time address that a workload posts a token to, and what came of it. */
export const Beacon = z.strictObject({
  beaconId: z.uuid(),
  trust: TrustRef,
  /** Of the values that a token is compared with. */
  fingerprint: z.string(),
  /** What the token has to be asked for. Entra takes no token with it. */
  audience: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['waiting', 'matched', 'differs', 'expired']),
  heardAt: z.iso.datetime().nullable(),
  differences: z.array(BeaconDifference),
  /** The last token that was refused meanwhile, and how many there were. */
  lastRefusal: z.strictObject({ at: z.iso.datetime(), reason: BeaconRefusal }).nullable(),
  refusals: z.int(),
})
export type Beacon = z.infer<typeof Beacon>

/** `address` is told once and stored nowhere. */
export const NewBeacon = z.strictObject({ beacon: Beacon, address: z.string() })
export type NewBeacon = z.infer<typeof NewBeacon>
