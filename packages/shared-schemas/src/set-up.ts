import * as z from 'zod'
import { NewApplication } from './application.ts'
import { MissingRight } from './errors.ts'
import { ClientId, LocationName } from './primitives.ts'
import { NewRoleAssignment } from './role-assignment.ts'
import { limits } from './limits.ts'
import { AnyNewApplicationTrust } from './trust.ts'
import { IdentityPath } from './trust-parent.ts'

/**
 * What trusts are stored on. A new managed identity is made where it is absent; rows that name the same place share it.
 * Rows of one run that name the same new application share it too, since names of applications are no keys.
 */
export const SetUpParent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('managedIdentity'), ...IdentityPath.shape }),
  z.strictObject({ kind: z.literal('application'), appId: ClientId }),
  z.strictObject({
    kind: z.literal('newManagedIdentity'),
    ...IdentityPath.shape,
    location: LocationName,
    /** Region of the resource group, which is then made where it is absent, once for all rows; else it has to be there. */
    groupLocation: LocationName.optional(),
  }),
  z.strictObject({ kind: z.literal('newApplication'), ...NewApplication.shape }),
])
export type SetUpParent = z.infer<typeof SetUpParent>

const ItemKey = z
  .string()
  .min(1, 'Give the row a key.')
  .max(200, 'The key of a row has at most 200 characters.')
  .refine((value) => !/\p{Cc}/u.test(value), { error: 'The key holds a control character: remove it.' })

/** One row: made in this order, resource group, identity or application, trusts, roles. Only an application's trusts are described. */
export const SetUpItem = z.strictObject({
  key: ItemKey,
  parent: SetUpParent,
  trusts: z
    .array(AnyNewApplicationTrust)
    .max(limits.trustsPerIdentity, 'An identity or application holds at most 20 trusts.'),
  roles: z.array(NewRoleAssignment).max(20, 'A row gives at most 20 roles.'),
})
export type SetUpItem = z.infer<typeof SetUpItem>

/** A row that breaks a rule is told by its key, so it is let through to be judged. */
const AnyItem = z.union([SetUpItem, z.looseObject({ key: ItemKey })])

export const SetUpRequest = z.strictObject({
  /** Draft that this was made from. */
  draftId: z.uuid().optional(),
  /** Set up the rest where rows break a rule; otherwise nothing begins. */
  skipRefused: z.boolean().default(false),
  items: z.array(AnyItem).min(1, 'There is no row.').max(10_000, 'One run takes at most 10,000 rows.'),
})
export type SetUpRequest = z.infer<typeof SetUpRequest>

export const SetUpStepKind = z.enum([
  'resource-group',
  'identity',
  'application',
  'service-principal',
  'trust',
  'role',
])
export type SetUpStepKind = z.infer<typeof SetUpStepKind>

/**
 * `already-there`: Azure had exactly this. `conflict`: something else is there, and was left as it is. `unknown`: the answer
 * was lost, and reading did not settle it. `cancelled`: not tried, because of an earlier step of the row or its identity.
 */
export const SetUpStepState = z.enum([
  'pending',
  'running',
  'waiting',
  'done',
  'already-there',
  'failed',
  'conflict',
  'unknown',
  'cancelled',
])
export type SetUpStepState = z.infer<typeof SetUpStepState>

export const SetUpStep = z.strictObject({
  ordinal: z.int(),
  itemOrdinal: z.int(),
  kind: SetUpStepKind,
  /** What is made: name of the resource group, identity, application or trust; of a role its ID and scope. */
  name: z.string(),
  state: SetUpStepState,
  /** Of the errors' closed list; null where nothing went wrong. */
  code: z.string().nullable(),
  /** What happened or is waited for, and what to do. */
  detail: z.string().nullable(),
  nextStep: z.string().nullable(),
  /** Where it was refused for a right, which one. */
  missing: MissingRight.optional(),
  /** IDs of what was made: `clientId`, `principalId`, `resourceId`, `assignmentId`, … */
  result: z.record(z.string(), z.string()).nullable(),
  waitingUntil: z.iso.datetime().nullable(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
})
export type SetUpStep = z.infer<typeof SetUpStep>

export const SetUpItemProgress = z.strictObject({
  ordinal: z.int(),
  key: z.string(),
  parent: SetUpParent,
  steps: z.array(SetUpStep),
})
export type SetUpItemProgress = z.infer<typeof SetUpItemProgress>

/** `paused`: it waits for the person to sign in again. */
export const SetUpRunState = z.enum(['running', 'stopped', 'paused', 'finished'])
export type SetUpRunState = z.infer<typeof SetUpRunState>

export const SetUpStopReason = z.enum(['person', 'sign-in', 'restart', 'fault'])
export type SetUpStopReason = z.infer<typeof SetUpStopReason>

export const SetUpCounts = z.record(SetUpStepState, z.int())
export type SetUpCounts = z.infer<typeof SetUpCounts>

export const SetUpRun = z.strictObject({
  runId: z.uuid(),
  state: SetUpRunState,
  stopReason: SetUpStopReason.nullable(),
  /** Why it does not run, in words; null while it does, and when it is finished. */
  stoppedBecause: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  itemCount: z.int(),
  /** Of steps. */
  counts: SetUpCounts,
  /** Estimate from what is left and the pace; null while it does not run. */
  secondsLeft: z.number().nullable(),
  /** Steps that were ended in the last minute. */
  stepsPerMinute: z.number(),
  /** The latest time that a step waits for, as Azure asked. */
  waitingUntil: z.iso.datetime().nullable(),
  /** Counts up with every change; the ID of the event stream. */
  change: z.int(),
})
export type SetUpRun = z.infer<typeof SetUpRun>

export const SetUpRunPage = z.strictObject({
  run: SetUpRun,
  items: z.array(SetUpItemProgress),
  /** Pass as `after` to read on; equal to the request's at the end. */
  nextAfter: z.int(),
})
export type SetUpRunPage = z.infer<typeof SetUpRunPage>

/** Data of one server-sent event: the run, and the steps that changed since the event before. */
export const SetUpEvent = z.strictObject({ run: SetUpRun, steps: z.array(SetUpStep) })
export type SetUpEvent = z.infer<typeof SetUpEvent>
