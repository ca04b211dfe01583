import * as z from 'zod'
import { RefusedRow } from './errors.ts'
import { Access } from './identity.ts'
import { SetUpParent, SetUpStepKind } from './set-up.ts'

/** `unknown`: it could not be read, so the run finds out. `refused`: Azure would refuse it as things are. */
export const SetUpVerdict = z.enum(['create', 'already-there', 'conflict', 'refused', 'unknown'])
export type SetUpVerdict = z.infer<typeof SetUpVerdict>

const PlannedStep = z.strictObject({
  kind: SetUpStepKind,
  name: z.string(),
  verdict: SetUpVerdict,
  code: z.string().nullable(),
  detail: z.string().nullable(),
})

export const PlannedItem = z.strictObject({ key: z.string(), steps: z.array(PlannedStep) })
export type PlannedItem = z.infer<typeof PlannedItem>

/** One identity or application of the batch. */
export const PlannedParent = z.strictObject({
  parent: SetUpParent,
  keys: z.array(z.string()),
  /** Null where it could not be read. */
  exists: z.boolean().nullable(),
  trustsStored: z.int().nullable(),
  trustsToAdd: z.int(),
  slotsLeft: z.int().nullable(),
  /** Null where Azure does not tell. A hint, as everywhere. */
  write: Access.nullable(),
  /** Why it could not be read, or what speaks against it. */
  problem: z.strictObject({ code: z.string(), detail: z.string(), nextStep: z.string() }).nullable(),
})
export type PlannedParent = z.infer<typeof PlannedParent>

/** What a run would do. Nothing was written. */
export const SetUpDryRun = z.strictObject({
  refused: z.array(RefusedRow),
  items: z.array(PlannedItem),
  parents: z.array(PlannedParent),
  counts: z.record(SetUpVerdict, z.int()),
  /**
   * Identities and applications that there was no time to read. The same question, asked again within five minutes, goes on
   * where this one ended.
   */
  unread: z.int(),
  /** Estimate of the run, from the pace that Azure allows. */
  seconds: z.number(),
})
export type SetUpDryRun = z.infer<typeof SetUpDryRun>
