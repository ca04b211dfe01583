import { presetById, type PresetId } from '@trustwright/federation'
import { limits, type TrustParent } from '@trustwright/shared-schemas'
import type { TrustPlan } from '../create-trusts/trust-plan.ts'
import { parentNoun } from '../parent/parent-words.ts'
import type { ParentRoom } from '../parent/use-parent-room.ts'
import { counted } from '../../lib/words.ts'
import { notOfferedReason } from './certainty-words.ts'

/** The effect of the button, and what goes on. */
export function createLabels(
  total: number,
  { rest, there }: TrustPlan,
): { label: string; busyLabel: string } {
  if (total === 1) return { label: 'Create trust', busyLabel: 'Creating the trust' }
  if (there.length === 0) return { label: `Create ${total} trusts`, busyLabel: `Creating ${total} trusts` }
  const others = rest.length === 1 ? 'other trust' : `other ${rest.length} trusts`
  return { label: `Create the ${others}`, busyLabel: `Creating the ${others}` }
}

interface Wanted {
  readonly parent: TrustParent | null
  readonly presetId: PresetId
  readonly room: ParentRoom
  readonly plan: TrustPlan
  /** How many trusts the form makes. */
  readonly total: number
}

/** Why the button cannot be pressed, and what to do; null while it can. */
export function blockedReason({ parent, presetId, room, plan, total }: Wanted): string | null {
  if (parent === null) return null
  const notOffered = notOfferedReason(presetById(presetId), parent.kind)
  if (notOffered !== null) return notOffered
  const { name } = room
  if (!room.supported)
    return 'Azure does not support trusts in the region of this identity. Choose another one.'
  if (!room.allowed) return `You may not add trusts to ${name}. What is missing is named above.`
  if (plan.there.length === total) return `${name} has all ${total} of these trusts already.`
  const needed = total - plan.there.length
  if (plan.room >= needed) return null
  const all = counted(limits.trustsPerIdentity, 'trust')
  if (plan.room === 0)
    return `${name} has ${all}, which is all that Azure allows. Delete one or choose another ${parentNoun(parent)}.`
  return `${name} has room for ${plan.room} of the ${limits.trustsPerIdentity} trusts that Azure allows, and this needs ${needed}. Delete some or choose another ${parentNoun(parent)}.`
}
