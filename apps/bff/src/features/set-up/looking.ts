import { createHash } from 'node:crypto'
import type { Identity, SetUpRequest } from '@trustwright/shared-schemas'
import type { Arm, Caller, Clock, Permission } from '../../ports.ts'
import type { GroupLook } from './look-at-group.ts'
import type { ParentLook } from './look-at-parent.ts'
import { createRoleLooks, type RoleLooks } from './role-looks.ts'

/** All that a dry run has read so far; each is read once for all rows. */
export interface Looking {
  /** By subscription. */
  readonly identities: Map<string, Promise<ReadonlyMap<string, Identity>>>
  /** The person's roles by resource group. */
  readonly permissions: Map<string, Promise<Permission[]>>
  /** Groups that are to be made, by key. */
  readonly groups: Map<string, Promise<GroupLook>>
  readonly parents: Map<string, ParentLook>
  readonly roles: RoleLooks
}

export function beginLooking(arm: Arm, caller: Caller): Looking {
  const groups: Looking['groups'] = new Map()
  return {
    identities: new Map(),
    permissions: new Map(),
    groups,
    parents: new Map(),
    roles: createRoleLooks(arm, caller, groups),
  }
}

/**
 * What dry runs that ran out of time had read, so that the same question goes on where it ended. What was answered whole is
 * not kept: asked again, it is read again.
 */
export interface KeptLooks {
  /** It is kept no more then. */
  take(caller: Caller, request: SetUpRequest): Looking | null
  keep(caller: Caller, request: SetUpRequest, looking: Looking): void
}

const keptMs = 5 * 60_000
const mostKept = 20

export function createKeptLooks(clock: Clock): KeptLooks {
  const kept = new Map<string, { looking: Looking; at: number }>()
  return {
    take(caller, request) {
      const key = keyOf(caller, request)
      const found = kept.get(key)
      kept.delete(key)
      return found && clock.now() - found.at < keptMs ? found.looking : null
    },
    keep(caller, request, looking) {
      const [oldest] = kept.keys()
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
      kept.set(keyOf(caller, request), { looking, at: clock.now() })
    },
  }
}

/** Of the session too: what one sign-in may read is not told to the next. */
function keyOf({ sessionId }: Caller, { items, draftId }: SetUpRequest): string {
  const asked = createHash('sha256').update(JSON.stringify([draftId, items]))
  return `${sessionId} ${asked.digest('hex')}`
}
