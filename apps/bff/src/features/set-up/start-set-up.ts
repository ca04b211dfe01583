import type { SetUpRequest, SetUpRun } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { beginRun } from './begin-run.ts'
import { stopSilentRuns } from './end-run.ts'
import { judgeRows } from './judge-rows.ts'
import { findRun } from './find-run.ts'
import { lookUpRows } from './look-up-rows.ts'
import { workOnRun, type SetUpParts } from './work-on-run.ts'

const mostToldRows = 200

/** Judges all rows, then begins. Throws SET_UP_ROWS_REFUSED where one breaks a rule and is not to be left out. */
export async function startSetUp(
  parts: SetUpParts,
  caller: Caller,
  { items: rows, draftId, skipRefused }: SetUpRequest,
): Promise<SetUpRun> {
  const { clock, cloud, db, regionsWithoutTrusts } = parts.deps
  const github = await lookUpRows(parts.deps, caller, rows)
  const place = { cloud, github, tenantId: caller.tenantId }
  const { items, refused } = judgeRows(rows, regionsWithoutTrusts, place)
  if (refused.length > 0 && (!skipRefused || items.length === 0)) {
    throw new PortalError('SET_UP_ROWS_REFUSED', {
      detail: `${refused.length} of ${rows.length} rows break a rule, so nothing was begun.`,
      rows: refused.slice(0, mostToldRows),
    })
  }
  const now = new Date(clock.now())
  await stopSilentRuns(db, now)
  const { runId, isNew } = await beginRun(db, now, caller, { items, draftId })
  if (isNew) workOnRun(parts, caller, { runId, turn: 1 })
  return findRun(parts.deps, caller, runId)
}
