import * as z from 'zod'
import { PersonText } from './person-text.ts'
import { TrustName } from './primitives.ts'
import { TrustRef } from './trust-ref.ts'

/** `unknown`: nobody could tell; the next step is not held back by it. */
export const IdSwitchStep = z.strictObject({
  id: z.enum(['add', 'opt-in', 'seen', 'remove']),
  state: z.enum(['done', 'now', 'later', 'unknown']),
  text: z.string(),
  /** What is known of it now, and from whom; null for nothing. */
  proof: z.string().nullable(),
  /** What that leaves open. */
  unproven: z.string(),
  at: z.iso.datetime().nullable(),
})
export type IdSwitchStep = z.infer<typeof IdSwitchStep>

const numericId = z.string().regex(/^[1-9]\d{0,18}$/, 'An ID at GitHub is a number.')

/** `ids`: of the repository, where GitHub tells the portal nothing; its own word counts more. */
export const IdSwitchRequest = z.strictObject({
  ...TrustRef.shape,
  ids: z.strictObject({ owner: numericId, repository: numericId }).optional(),
  /** Ask GitHub anew, though the portal heard it within the last minutes. */
  refresh: z.boolean().optional(),
})
export type IdSwitchRequest = z.infer<typeof IdSwitchRequest>

/** How far a trust is on its way from names to the immutable IDs of its GitHub repository. Nothing of it is stored: it is derived. */
export const IdSwitch = z.strictObject({
  /** Why there is nothing to switch; null where there is. `ids-unknown` ends once somebody tells the IDs. */
  why: z
    .strictObject({ code: z.enum(['not-github', 'has-ids', 'ids-unknown']), text: z.string() })
    .nullable(),
  /** `contoso/pay-api`, as the subject writes it. */
  repository: z.string().nullable(),
  /** The subject with IDs. */
  wanted: z.string().nullable(),
  /** Name of the trust on the same identity or application that has it. */
  successor: z.string().nullable(),
  /** In their order; empty where there is nothing to switch. */
  steps: z.array(IdSwitchStep),
  /** A free name for the trust with IDs. */
  newName: TrustName,
  /** Codes of faults that it has until GitHub sends IDs: to be accepted when it is stored. */
  expectedRisks: z.array(z.string()),
  /** Stored on the identity or application now, this one among them. */
  stored: z.int(),
  /** Other trusts that name the repository without IDs, and have none with IDs beside them: they stop at the same moment. */
  alsoNamed: z.array(TrustRef),
  /** Whether the person's inventory was there to look for those of other identities. */
  isInventoryRead: z.boolean(),
  /** What GitHub did not tell, in sentences. */
  gaps: z.array(z.string()),
  /** Of the trust that is stored now, for its deletion. */
  fingerprint: z.string(),
})
export type IdSwitch = z.infer<typeof IdSwitch>

/** `reason`: why the trust goes although nobody saw its successor work. */
export const IdSwitchRemoval = z.strictObject({
  ...TrustRef.shape,
  /** Of the trust that the person saw. */
  fingerprint: z.string().min(1),
  reason: PersonText.optional(),
})
export type IdSwitchRemoval = z.infer<typeof IdSwitchRemoval>
