import * as z from 'zod'
import { ActivityEvent } from './activity.ts'
import { endpoint } from './endpoint.ts'
import { ChangedBy } from './inventory-snapshot.ts'
import { TrustRef } from './trust-ref.ts'

const at = z.iso.datetime()

/** What the portal read of a trust. */
const ReadValues = z.strictObject({
  issuer: z.string(),
  subject: z.string().nullable(),
  expression: z.string().nullable(),
  audience: z.string().nullable(),
  description: z.string().nullable(),
})

/**
 * `portal`: somebody did it here. `noticed`: a reading of the tenant found it otherwise than the one before (`notBefore`; null
 * where there was none), and `by` is who a log of Azure names for it. `log`: a log of Azure names a write of which no reading
 * saw the effect.
 */
const TrustHistoryEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('portal'), at, event: ActivityEvent }),
  z.strictObject({
    kind: z.literal('noticed'),
    at,
    notBefore: at.nullable(),
    change: z.enum(['there-at-first', 'appeared', 'changed', 'gone', 'returned']),
    before: ReadValues.nullable(),
    after: ReadValues.nullable(),
    by: ChangedBy.nullable(),
  }),
  z.strictObject({ kind: z.literal('log'), at, by: ChangedBy }),
])
export type TrustHistoryEntry = z.infer<typeof TrustHistoryEntry>

/** What is known to have happened to one trust, whoever did it. */
export const TrustHistory = z.strictObject({
  /** Newest first. */
  entries: z.array(TrustHistoryEntry),
  /** Older actions through the portal exist than are told. */
  hasMore: z.boolean(),
  /** The first and the last reading that told of it; null where no inventory of the person has it. */
  readSince: at.nullable(),
  lastReadAt: at.nullable(),
  /** From when on Azure's logs were asked; null where they were not. */
  logsSince: at.nullable(),
  /** Why a log told nothing, or not all, in words. */
  unread: z.array(z.string()),
  /** Azure shows its identity or application no more, so actions of others are not told. */
  isParentGone: z.boolean(),
})
export type TrustHistory = z.infer<typeof TrustHistory>

/** The address of a trust's history; a part of `endpoints`. */
export const trustHistoryEndpoints = {
  readTrustHistory: endpoint({
    operationId: 'readTrustHistory',
    summary:
      'What happened to one trust: through the portal, by Azure’s logs, and as readings of the tenant noticed it',
    method: 'POST',
    path: '/api/trust-history',
    access: 'signed-in',
    requestsPerMinute: 60,
    body: TrustRef,
    status: 200,
    reply: TrustHistory,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
