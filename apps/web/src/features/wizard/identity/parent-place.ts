import { presetById, type PresetId } from '@trustwright/federation'
import { limits, type NewTrust, type Trust, type TrustParent } from '@trustwright/shared-schemas'
import { trustConflicts } from '../../../components/create-trusts/trust-conflicts.ts'
import { storedAs } from '../../../components/create-trusts/trust-plan.ts'
import { parentNoun } from '../../../components/parent/parent-words.ts'
import type { ParentRoom } from '../../../components/parent/use-parent-room.ts'
import { notOfferedReason } from '../../../components/workload/certainty-words.ts'
import { counted } from '../../../lib/words.ts'

/** Whether the wanted trusts can lie on an existing identity or application. */
export interface ParentPlace {
  /** Wanted, and there to the letter: left as they are. */
  readonly there: readonly Trust[]
  /** Trusts of other workloads: whatever role it has, they have. */
  readonly others: readonly Trust[]
  /** A trust that stands in the way: it has the name, or the issuer and subject with another audience. */
  readonly conflict: { readonly kind: 'name' | 'pair'; readonly trust: Trust } | null
  /** Why they cannot go there, and what to do; null while nothing speaks against it. */
  readonly reason: string | null
}

interface Wanted {
  readonly parent: TrustParent
  readonly presetId: PresetId
  readonly room: ParentRoom
  readonly trusts: readonly NewTrust[]
}

/** Judged from what Azure holds now. What is there to the letter needs no room, no right and no region. */
export function placeOn({ parent, presetId, room, trusts }: Wanted): ParentPlace {
  const found = trusts.map((one) => storedAs(one, room.trusts))
  const there = found.filter((trust) => trust !== null)
  const rest = trusts.filter((_, index) => found[index] === null)
  const others = room.trusts.filter((trust) => !there.includes(trust))
  const conflict = firstConflict(rest, room.trusts)
  const place = { there, others, conflict }
  if (rest.length === 0) return { ...place, reason: null }
  return { ...place, reason: reasonOf({ parent, presetId, room, needed: rest.length, conflict }) }
}

function firstConflict(rest: readonly NewTrust[], stored: readonly Trust[]): ParentPlace['conflict'] {
  for (const wanted of rest) {
    const { sameName, samePair } = trustConflicts(stored, wanted)
    if (samePair !== null) return { kind: 'pair', trust: samePair }
    if (sameName !== null) return { kind: 'name', trust: sameName }
  }
  return null
}

interface Judged extends Pick<Wanted, 'parent' | 'presetId' | 'room'> {
  readonly needed: number
  readonly conflict: ParentPlace['conflict']
}

function reasonOf({ parent, presetId, room, needed, conflict }: Judged): string | null {
  const noun = parentNoun(parent)
  const notOffered = notOfferedReason(presetById(presetId), parent.kind)
  if (notOffered !== null) return notOffered
  if (!room.supported) return `Azure takes no trusts in the region of ${room.name}. Choose another identity.`
  if (!room.allowed) return `You may not add trusts to ${room.name}. Ask for the right named above.`
  if (conflict?.kind === 'pair') {
    return `${room.name} has this issuer and subject already, with another audience. Azure holds one such trust: change that one, or choose another ${noun}.`
  }
  if (conflict?.kind === 'name') {
    return `${room.name} has another trust called ${conflict.trust.name}. Give this one another name in the workload step, or choose another ${noun}.`
  }
  const free = limits.trustsPerIdentity - room.trusts.length
  if (free >= needed) return null
  const holds = `${room.name} has ${counted(room.trusts.length, 'trust')} of the ${String(limits.trustsPerIdentity)} that Azure allows`
  const needs = needed === 1 ? '' : `, and this needs room for ${String(needed)}`
  return `${holds}${needs}. Delete one there, or choose another ${noun}.`
}
