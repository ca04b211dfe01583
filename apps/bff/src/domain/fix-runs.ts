import type { FixAction, FixRun, FixRunDetail, FixValues, TrustParent } from '@trustwright/shared-schemas'
import type { Caller } from '../ports.ts'

/** One change of a stored trust. */
export interface FixOrder {
  readonly parent: TrustParent
  readonly name: string
  readonly action: FixAction
  /** Of the trust that the person decided about: a trust with other values is left as it is. */
  readonly fingerprint: string
  readonly before: FixValues | null
  /** Null for a deletion. */
  readonly after: FixValues | null
  /** Of the trust that `add` stores beside this one. */
  readonly newName: string | null
}

/** Which items of a run: `open` are those that are neither made nor were there already. */
export interface FixItemsWanted {
  readonly items: 'all' | 'open'
  readonly after: number
  readonly limit: number
}

export interface FixOrders {
  readonly origin: FixRun['origin']
  readonly originId: string | null
  readonly items: readonly FixOrder[]
}

/**
 * Changes of many trusts as one person: one at a time on each identity or application, at Azure's pace, with the result of each
 * on disk. A run whose process died goes on when its owner reads it; nothing is done twice.
 */
export interface FixRuns {
  /** Throws FIX_LIMIT_REACHED. */
  begin(caller: Caller, orders: FixOrders): Promise<FixRun>
  /** The person's own, newest first. */
  list(caller: Caller): Promise<FixRun[]>
  /** Throws FIX_RUN_NOT_FOUND. */
  read(caller: Caller, runId: string, wanted: FixItemsWanted): Promise<FixRunDetail>
  /** Throws FIX_RUN_NOT_FOUND, FIX_RUNNING, FIX_LIMIT_REACHED. */
  resume(caller: Caller, runId: string, only: 'left' | 'failed'): Promise<FixRunDetail>
  /** Throws FIX_RUN_NOT_FOUND. */
  stop(caller: Caller, runId: string): Promise<FixRunDetail>
  /** Stops what goes on in this process, and waits until that is written. */
  close(): Promise<void>
}
