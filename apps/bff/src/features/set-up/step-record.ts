import type { MissingRight, SetUpStepState } from '@trustwright/shared-schemas'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import type { Clock } from '../../ports.ts'

/** The run was taken over by a newer turn, or given up for dead: whoever worked on it writes no more. */
export class RunLost extends Error {
  override readonly name = 'RunLost'
}

export interface StepChange {
  readonly state: SetUpStepState
  readonly code?: string | null
  readonly detail?: string | null
  readonly nextStep?: string | null
  readonly missing?: MissingRight | null
  readonly result?: Readonly<Record<string, string>> | null
  readonly waitingUntil?: Date | null
  readonly startedAt?: Date
  readonly finishedAt?: Date
}

/** What becomes of steps, on its way to the database. Throws RunLost. */
export interface StepRecord {
  change(ordinal: number, change: StepChange): Promise<void>
  /** Sign of life; true where the person wants the run to stop. */
  beat(): Promise<boolean>
}

export interface Turn {
  readonly runId: string
  readonly turn: number
}

export function createStepRecord(db: Database, clock: Clock, { runId, turn }: Turn): StepRecord {
  const mine = and(eq(setUpRun.runId, runId), eq(setUpRun.turn, turn), eq(setUpRun.state, 'running'))
  return {
    async change(ordinal, change) {
      await db.transaction(async (tx) => {
        // The row of the run is locked first, so that changes become visible in the order of their numbers.
        const [run] = await tx
          .update(setUpRun)
          .set({ change: sql`${setUpRun.change} + 1`, heartbeatAt: new Date(clock.now()) })
          .where(mine)
          .returning({ change: setUpRun.change })
        if (run === undefined) throw new RunLost()
        await tx
          .update(setUpStep)
          .set({ ...change, change: run.change })
          .where(and(eq(setUpStep.runId, runId), eq(setUpStep.ordinal, ordinal), eq(setUpStep.turn, turn)))
      })
    },
    async beat() {
      const [run] = await db
        .update(setUpRun)
        .set({ heartbeatAt: new Date(clock.now()) })
        .where(mine)
        .returning({ stopWanted: setUpRun.stopWanted })
      if (run === undefined) throw new RunLost()
      return run.stopWanted
    },
  }
}
