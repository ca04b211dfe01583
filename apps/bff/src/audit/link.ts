import { createHash } from 'node:crypto'
import type { activityEvent } from '../db/schema.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * What a link says of its event. `adopted`: it was there before the chain was; `abandoned`: the portal that worked on it
 * ended.
 */
export type LinkKind = 'begun' | 'ended' | 'recorded' | 'adopted' | 'abandoned'

export type EventRow = typeof activityEvent.$inferSelect

/** Hash before the first link. */
export const genesisHash = '0'.repeat(64)

/** The event as it stands in the table once the link is written, with times as ISO 8601 in UTC. */
export function stateOf({ at, finishedAt, ...row }: EventRow): Record<string, unknown> {
  return { ...row, at: at.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}

/** The text that is hashed. */
export function bodyOf(number: number, kind: LinkKind, row: EventRow): string {
  return canonicalJson({ format: 1, number, kind, event: stateOf(row) })
}

export function hashLink(previousHash: string, body: string): string {
  return createHash('sha256').update(`${previousHash}\n${body}`).digest('hex')
}
