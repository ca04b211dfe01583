import * as z from 'zod'
import { AcceptedRisks } from './cause.ts'
import { Audiences, Description, Expression, Issuer, Subject, TrustName } from './primitives.ts'
import { ProofStep } from './proof-step.ts'
import { TrustParent } from './trust-parent.ts'

const notBoth = z.never('A trust has a subject or a pattern, not both: leave one of them out.')

/** `fingerprint` is that of the trust the person saw. */
const seen = { fingerprint: z.string().min(1) }
/** What the person stores against: see `AcceptedRisks`. */
const accepting = { acceptRisks: AcceptedRisks.optional() }
/** Only trusts of applications have a description. */
const described = { description: Description.nullable().optional() }
/** `fingerprint` is null where the person saw no trust, so a free name is filled. */
const seenOrFree = { ...described, fingerprint: z.string().min(1).nullable() }

/** A classic trust: one subject. What a person asks to be stored; limits are enforced. */
export const NewTrust = z.strictObject({
  name: TrustName,
  issuer: Issuer,
  subject: Subject,
  audiences: Audiences,
  expression: notBoth.optional(),
  ...accepting,
})
export type NewTrust = z.infer<typeof NewTrust>

/** A flexible trust: a pattern (`claimsMatchingExpression`, language version 1) in the place of the subject. */
export const NewFlexibleTrust = z.strictObject({
  name: TrustName,
  issuer: Issuer,
  expression: Expression,
  audiences: Audiences,
  subject: notBoth.optional(),
  ...accepting,
})
export type NewFlexibleTrust = z.infer<typeof NewFlexibleTrust>

/** Subject or expression, never both. */
export const AnyNewTrust = z.union([NewTrust, NewFlexibleTrust])
export type AnyNewTrust = z.infer<typeof AnyNewTrust>

/** A full replace (ARM has no PATCH). */
export const TrustChange = z.strictObject({ ...NewTrust.omit({ name: true }).shape, ...seen })
export type TrustChange = z.infer<typeof TrustChange>

export const FlexibleTrustChange = z.strictObject({ ...NewFlexibleTrust.omit({ name: true }).shape, ...seen })
export type FlexibleTrustChange = z.infer<typeof FlexibleTrustChange>

/** Azure keeps the kind of a stored trust: a change to the other one is refused (TRUST_KIND_FIXED). */
export const AnyTrustChange = z.union([TrustChange, FlexibleTrustChange])
export type AnyTrustChange = z.infer<typeof AnyTrustChange>

export const NewApplicationTrust = z.strictObject({ ...NewTrust.shape, ...described })
export type NewApplicationTrust = z.infer<typeof NewApplicationTrust>

export const NewFlexibleApplicationTrust = z.strictObject({ ...NewFlexibleTrust.shape, ...described })
export type NewFlexibleApplicationTrust = z.infer<typeof NewFlexibleApplicationTrust>

export const AnyNewApplicationTrust = z.union([NewApplicationTrust, NewFlexibleApplicationTrust])
export type AnyNewApplicationTrust = z.infer<typeof AnyNewApplicationTrust>

/** A description that is left out stays as it is. */
export const ApplicationTrustChange = z.strictObject({ ...TrustChange.shape, ...seenOrFree })
export type ApplicationTrustChange = z.infer<typeof ApplicationTrustChange>

export const FlexibleApplicationTrustChange = z.strictObject({ ...FlexibleTrustChange.shape, ...seenOrFree })
export type FlexibleApplicationTrustChange = z.infer<typeof FlexibleApplicationTrustChange>

export const AnyApplicationTrustChange = z.union([ApplicationTrustChange, FlexibleApplicationTrustChange])
export type AnyApplicationTrustChange = z.infer<typeof AnyApplicationTrustChange>

/** What is odd about a stored trust: it is shown and flagged, never hidden. */
export const Oddity = z.enum([
  'no-subject',
  'not-one-audience',
  'outer-white-space',
  'unseen-character',
  'issuer-not-https',
  'name-outside-rules',
])
export type Oddity = z.infer<typeof Oddity>

/** The last time that exactly these stored values were seen working. `means` is left out in what was stored before it was kept. */
export const SeenProof = z.strictObject({ ...ProofStep.shape, means: ProofStep.shape.means.optional() })
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
  /** The steps before it; left out in what was stored before they were kept. */
  checked: ProofStep.nullable().optional(),
  matched: ProofStep.nullable().optional(),
  /** `claimsMatchingExpression` of a flexible credential, which has no subject; null or left out for a classic one. */
  expression: z.string().nullable().optional(),
  /** The rest is of applications only: left out for a managed identity. Graph's own ID of the credential. */
  credentialId: z.string().optional(),
  description: z.string().nullable().optional(),
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
