import * as z from 'zod'

export const ActivityOperation = z.enum([
  'session.sign-in',
  'session.sign-out',
  'resource-group.create',
  'identity.create',
  'application.create',
  'application.add-owner',
  'trust.create',
  'trust.change',
  'trust.delete',
  'trust.restore',
  'trust.prove',
  'beacon.open',
  'beacon.hear',
  'pattern-support.probe',
  'role-assignment.create',
  'role-assignment.delete',
  'github.connect',
  'github.disconnect',
  'activity.export',
  'inventory.export',
  'policies.save',
  'request.create',
  'request.approve',
  'request.decline',
  'request.withdraw',
  'finding.accept',
  'finding.reopen',
  'finding.export',
  'accept-rule.create',
  'accept-rule.withdraw',
  'review.open',
  'review.decide',
  'review.renew',
  'review.apply',
  'review.close',
  'review.export',
])
export type ActivityOperation = z.infer<typeof ActivityOperation>

/** `unknown`: the portal stopped, or lost the answer, between asking Azure and hearing from it. */
export const ActivityOutcome = z.enum(['started', 'succeeded', 'refused', 'failed', 'unknown'])
export type ActivityOutcome = z.infer<typeof ActivityOutcome>

/** One line of the audit trail. */
export const ActivityEvent = z.strictObject({
  activityId: z.uuid(),
  at: z.iso.datetime(),
  actor: z.strictObject({ objectId: z.string(), username: z.string() }),
  /** How the actor came: `bearer` with an access token, by a script or a frame; null where nobody came, or before doors were kept. */
  door: z.enum(['cookie', 'bearer']).nullable(),
  operation: ActivityOperation,
  /** ARM resource ID, `/applications/<appId>` and below, or the tenant's for a session event. */
  target: z.string(),
  outcome: ActivityOutcome,
  /** Values before and after, as stored at Azure; null where there were none. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  problemCode: z.string().nullable(),
  upstreamRequestId: z.string().nullable(),
})
export type ActivityEvent = z.infer<typeof ActivityEvent>

export const ActivityPage = z.strictObject({
  events: z.array(ActivityEvent),
  /** Pass as `before` to read older ones; null at the end. */
  nextBefore: z.string().nullable(),
})
export type ActivityPage = z.infer<typeof ActivityPage>

const text = z.string().trim().min(1).max(1000)

/** Several operations are separated by commas. */
const Operations = z
  .string()
  .max(1000)
  .transform((value) => value.split(',').map((name) => name.trim()))
  .pipe(z.array(ActivityOperation).min(1))

/** Which actions: all parts have to fit. */
const filters = {
  /** `all`: of everybody in the tenant, for administrators of the portal. */
  of: z.enum(['mine', 'all']).default('mine'),
  /** An object ID, or a part of the user name in any case. */
  actor: text.optional(),
  operation: Operations.optional(),
  /** A part of the target's ID, in any case. */
  target: text.optional(),
  outcome: ActivityOutcome.optional(),
  /** The first moment that counts, and the first that does not any more. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
}

export const ActivityQuery = z.strictObject({
  ...filters,
  before: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ActivityQuery = z.infer<typeof ActivityQuery>

export const ActivityExportQuery = z.strictObject({ ...filters, format: z.enum(['csv', 'json']) })
export type ActivityExportQuery = z.infer<typeof ActivityExportQuery>
