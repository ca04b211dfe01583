import type { CallerName } from './caller-name.ts'

/** One answered request. Holds the path without its query, which may carry codes; never a body or a token. */
export interface RequestRecord {
  time: string
  method: string
  host: string
  path: string
  apiVersion?: string
  operation: string | undefined
  caller?: CallerName
  status: number
  /** Time the emulator took, waiting on purpose included. */
  ms: number
  requestId: string
}

export interface NumberedRecord extends RequestRecord {
  /** Counts up from 1 at each start. */
  number: number
}

export interface RequestLog {
  add: (record: RequestRecord) => void
  /** Newest first. */
  newest: (options?: { since?: number; limit?: number }) => NumberedRecord[]
}

const kept = 1000

/** The last 1,000 requests, in memory. */
export function createRequestLog(): RequestLog {
  const ring: NumberedRecord[] = []
  let number = 0
  return {
    add: (record) => {
      number += 1
      ring[(number - 1) % kept] = { number, ...record }
    },
    newest: ({ since = 0, limit = kept } = {}) =>
      ring
        .filter((record) => record.number > since)
        .toSorted((a, b) => b.number - a.number)
        .slice(0, limit),
  }
}
