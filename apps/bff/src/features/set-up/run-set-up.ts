import { eachOf } from '../../domain/each-of.ts'
import type { ActiveRun } from './active-run.ts'
import { parentsAtOnce } from './estimate.ts'
import { loadWork } from './load-work.ts'
import { runParent } from './run-parent.ts'
import type { Turn } from './step-record.ts'

/**
 * Works on a turn of a run: one step at a time on each identity or application, several of those side by side. What is
 * refused ends its row; what concerns the person's session, or the portal, ends the turn and is thrown.
 */
export async function runSetUp(run: ActiveRun, turn: Turn): Promise<void> {
  const works = await loadWork(run.db, turn)
  const failed = new AbortController()
  const signal = AbortSignal.any([run.signal, failed.signal])
  try {
    await eachOf(works, parentsAtOnce, async (work) => {
      try {
        await runParent({ ...run, signal }, work)
      } catch (error) {
        failed.abort(error)
        throw error
      }
    })
  } catch (error) {
    // The others end because of the first one.
    throw failed.signal.aborted ? failed.signal.reason : error
  }
}
