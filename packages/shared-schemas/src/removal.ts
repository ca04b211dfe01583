import * as z from 'zod'
import { FixValues } from './fix.ts'
import { TrustParent } from './trust-parent.ts'

/** As the inventory names a trust. */
const TrustKey = z.string().min(1).max(1000)

export const removalLimits = { trusts: 5000 } as const

/** Which trusts of whose inventory. */
export const RemovalChoice = z.strictObject({
  of: z.enum(['mine', 'portal']).default('mine'),
  keys: z
    .array(TrustKey)
    .min(1, 'Choose at least one trust.')
    .max(removalLimits.trusts, 'One run deletes at most 5,000 trusts.'),
})
export type RemovalChoice = z.infer<typeof RemovalChoice>

/** One trust that would be deleted. */
export const Removal = z.strictObject({
  key: TrustKey,
  parent: TrustParent,
  parentName: z.string(),
  name: z.string(),
  before: FixValues,
})
export type Removal = z.infer<typeof Removal>

/** What a run would delete. It rests on the newest inventory: each trust is read again right before it is deleted. */
export const RemovalPlan = z.strictObject({
  /** SHA-256 of what would be deleted: a run is begun with it, and refused where it would delete something else by now. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  items: z.array(Removal),
  /** Chosen trusts that stay, with the reason. */
  left: z.array(z.strictObject({ key: TrustKey, why: z.string() })),
  /** When the inventory that it rests on was read; null where no run of it was finished. */
  readAt: z.iso.datetime().nullable(),
  /** At Azure's pace. */
  seconds: z.int(),
})
export type RemovalPlan = z.infer<typeof RemovalPlan>

export const StartRemovals = z.strictObject({ ...RemovalChoice.shape, digest: RemovalPlan.shape.digest })
export type StartRemovals = z.infer<typeof StartRemovals>
