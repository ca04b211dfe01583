import type { DeletedTrust, IdSwitch, IdSwitchRemoval } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { IdSwitchDeps } from './id-switch-deps.ts'
import { readIdSwitch } from './read-id-switch.ts'

/**
 * The last step of the switch. It is asked for in the turn of the deletion whether the successor is there: somebody may have
 * removed it since. Throws ID_SWITCH_NOT_READY, and what deleting throws.
 */
export async function removeSwitched(
  deps: IdSwitchDeps,
  caller: Caller,
  { parent, trustName, fingerprint, reason }: IdSwitchRemoval,
): Promise<DeletedTrust> {
  const asked = { parent, trustName }
  const found = await readIdSwitch(deps, caller, asked)
  demandReady(found, reason)
  const seenAt = seenAtOf(found)
  return await deps.remove(caller, asked, {
    fingerprint,
    noted: {
      successor: found.successor,
      ...(seenAt !== null && { successorSeenAt: seenAt }),
      ...(reason !== undefined && { reason }),
    },
    demand: async () => demandReady(await readIdSwitch(deps, caller, asked), reason),
  })
}

function demandReady(found: IdSwitch, reason: string | undefined): void {
  const { why, successor } = found
  if (why !== null && why.code !== 'ids-unknown')
    throw new PortalError('ID_SWITCH_NOT_READY', {
      detail: `${why.text} Nothing was deleted.`,
      nextStep: 'Go back to the trust: it can be deleted there.',
    })
  if (successor === null)
    throw new PortalError('ID_SWITCH_NOT_READY', {
      detail:
        'No trust with IDs stands beside this one, so its workload would have no way in. Nothing was deleted.',
      nextStep:
        'Store the trust with IDs first. Where somebody deleted it meanwhile, its identity can restore it.',
    })
  if (seenAtOf(found) === null && reason === undefined)
    throw new PortalError('ID_SWITCH_NOT_READY', {
      detail: `Nobody saw ${successor} work yet, so nothing was deleted.`,
      nextStep: `See a run sign in by ${successor}, or write why this one goes all the same.`,
    })
}

function seenAtOf({ steps }: IdSwitch): string | null {
  return steps.find(({ id }) => id === 'seen')?.at ?? null
}
