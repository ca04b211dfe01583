import { eachOf } from '../../domain/each-of.ts'
import type { ActiveRun, ParentWork } from './active-run.ts'
import { parentsAtOnce } from '../../domain/estimate.ts'
import { loadWork } from './load-work.ts'
import { once } from './once.ts'
import { groupOf, groupsOfRoles, runGroup, type GroupEnd } from './run-group.ts'
import { runParent } from './run-parent.ts'
import type { Turn } from './step-record.ts'

/**
 * Works on a turn of a run: one step at a time on each identity or application, several of those side by side; an identity
 * waits for its resource group, and for those that its roles are given on. What is refused ends its row; what concerns the person's session, or the portal, ends
 * the turn and is thrown.
 */
export async function runSetUp(run: ActiveRun, turn: Turn): Promise<void> {
  const { groups, parents } = await loadWork(run.db, turn)
  const failed = new AbortController()
  const signal = AbortSignal.any([run.signal, failed.signal])
  const ends = new Map<string, Promise<GroupEnd>>()
  const endOfGroup = (work: ParentWork) =>
    once(ends, work.parentKey, () => runGroup({ ...run, signal }, work))
  const begin = async (work: ParentWork) => {
    if (groups.has(work.parentKey)) {
      await endOfGroup(work)
      return
    }
    for (const key of groupsOfRoles(work)) {
      const group = groups.get(key)
      if (group) await endOfGroup(group)
    }
    const group = groups.get(groupOf(work) ?? '')
    await runParent({ ...run, signal }, work, group ? await endOfGroup(group) : null)
  }
  try {
    await eachOf([...parents, ...groups.values()], parentsAtOnce, async (work) => {
      try {
        await begin(work)
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
