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
