import * as z from 'zod'
import { Audiences, Description, Issuer, Subject, TrustName } from './primitives.ts'
import { TrustParent } from './trust-parent.ts'

/** What a person asks to be stored. Limits are enforced. */
export const NewTrust = z.strictObject({
  name: TrustName,
  issuer: Issuer,
  subject: Subject,
  audiences: Audiences,
})
export type NewTrust = z.infer<typeof NewTrust>

/** A full replace (ARM has no PATCH). `fingerprint` is that of the trust the person saw. */
export const TrustChange = z.strictObject({
  issuer: Issuer,
  subject: Subject,
  audiences: Audiences,
  fingerprint: z.string().min(1),
})
export type TrustChange = z.infer<typeof TrustChange>

/** Only trusts of applications have a description. */
export const NewApplicationTrust = z.strictObject({
  ...NewTrust.shape,
  description: Description.nullable().optional(),
})
export type NewApplicationTrust = z.infer<typeof NewApplicationTrust>

/** `fingerprint` is that of the trust the person saw; null where they saw none, so a free name is filled. */
export const ApplicationTrustChange = z.strictObject({
  ...TrustChange.shape,
  /** Left out: stays as it is. */
  description: Description.nullable().optional(),
  fingerprint: z.string().min(1).nullable(),
})
export type ApplicationTrustChange = z.infer<typeof ApplicationTrustChange>

/** What is odd about a stored trust: it is shown and flagged, never hidden. */
export const Oddity = z.enum([
  'no-subject',
  'not-one-audience',
  'outer-white-space',
  'issuer-not-https',
  'name-outside-rules',
])
export type Oddity = z.infer<typeof Oddity>

/** The result of the last exchange that the portal saw for exactly these stored values. */
export const SeenProof = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
})
export type SeenProof = z.infer<typeof SeenProof>

/** A stored trust. Accepts whatever Azure returned. Times are ISO 8601 in UTC. */
export const Trust = z.strictObject({
  parent: TrustParent,
  resourceId: z.string(),
  name: z.string(),
  issuer: z.string(),
  subject: z.string().nullable(),
  audiences: z.array(z.string()),
  oddities: z.array(Oddity),
  /** Changes when issuer, subject, audiences or expression change. */
  fingerprint: z.string(),
  /** When the portal stored it; null when it was made elsewhere (Azure does not tell). */
  createdAt: z.iso.datetime().nullable(),
  /** When the portal first saw it. */
  firstSeenAt: z.iso.datetime().nullable(),
  seen: SeenProof.nullable(),
  /** The rest is of applications only: left out for a managed identity. Graph's own ID of the credential. */
  credentialId: z.string().optional(),
  description: z.string().nullable().optional(),
  /** `claimsMatchingExpression` of a flexible credential, which has no subject. */
  expression: z.string().nullable().optional(),
})
export type Trust = z.infer<typeof Trust>

/** A deleted trust, kept so that it can be made again with the same values. */
export const DeletedTrust = z.strictObject({
  deletedTrustId: z.uuid(),
  trust: Trust,
  deletedAt: z.iso.datetime(),
  deletedBy: z.string(),
  restorableUntil: z.iso.datetime(),
})
export type DeletedTrust = z.infer<typeof DeletedTrust>
