import type { DraftBody, TrustParent } from '@trustwright/shared-schemas'
import { useParentRoom, type ParentRoom } from '../../../components/parent/use-parent-room.ts'
import { useCloud } from '../../../components/use-cloud.ts'
import { presetIdOf } from '../draft-body.ts'
import { withFreeName } from './free-name.ts'
import { placeOn, type ParentPlace } from './parent-place.ts'
import { wantedTrusts } from '../review/set-up-of-draft.ts'

export interface ParentBlock extends ParentPlace {
  readonly room: ParentRoom
}

/** Whether the draft's trusts fit on the identity or application: its region, its room and the person's right. */
export function useParentBlock(body: DraftBody, parent: TrustParent | null): ParentBlock {
  const cloud = useCloud()
  const room = useParentRoom(parent)
  if (parent === null) return { room, there: [], others: [], conflict: null, reason: null }
  const presetId = presetIdOf(body) ?? 'other-issuer'
  // A name that nobody wrote gives way to one that is there.
  const trusts = wantedTrusts(withFreeName(body, room.trusts, cloud), cloud)
  return { room, ...placeOn({ parent, presetId, room, trusts }) }
}
