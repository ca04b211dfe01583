import type { Expansion } from '@trustwright/federation'
import { limits, type NewTrust, type Trust, type TrustParent } from '@trustwright/shared-schemas'
import type { WantedPattern } from '../../api/pattern-calls.ts'
import { planTrusts } from '../../components/create-trusts/trust-plan.ts'
import type { ParentRoom } from '../../components/parent/use-parent-room.ts'
import { counted } from '../../lib/words.ts'
import { classicTrusts } from './classic-list.ts'
import { listName, proposedName, type PatternFormValues, type PatternReading } from './pattern-form.ts'

export interface PatternPlan {
  /** Stands for an empty name. */
  readonly proposal: string
  /** The one trust to store; null where exact trusts are, or while the form is incomplete. */
  readonly pattern: WantedPattern | null
  /** Exact trusts in its place, those that are there already included. */
  readonly classic: readonly NewTrust[]
  /** How the exact trusts came about; null where a pattern is stored. */
  readonly expansion: Expansion | null
  /** Of the exact trusts, how many are there already. */
  readonly there: number
  readonly sameName: Trust | null
  /** A trust that Azure would take for the same. */
  readonly same: Trust | null
}

interface PlanInput {
  readonly values: PatternFormValues
  readonly reading: PatternReading
  readonly way: 'pattern' | 'list'
  /** Trusts of the parent. */
  readonly stored: readonly Trust[]
}

/** What one press of the button would store, seen from the trusts that are there. */
export function planPattern({ values, reading, way, stored }: PlanInput): PatternPlan {
  const { issuer, expression, text } = reading
  const proposal = way === 'list' ? listName : proposedName(expression)
  const name = values.name === '' ? proposal : values.name
  const nothing = { proposal, pattern: null, classic: [], expansion: null, there: 0, same: null }
  const named = (wanted: string) =>
    stored.find((trust) => trust.name.toLowerCase() === wanted.toLowerCase()) ?? null
  if (expression === null) return { ...nothing, sameName: named(name) }
  if (way === 'pattern') {
    const pattern = { name, issuer, expression: text, audiences: [values.audience] }
    const same = stored.find((trust) => trust.issuer === issuer && trust.expression === text) ?? null
    return { ...nothing, pattern, same, sameName: named(name) }
  }
  const expansion = classicTrusts({ ...values, issuer, name, expression })
  const classic = expansion.trusts.map(({ name, issuer, subject = '', audiences: [only] }) => ({
    name,
    issuer,
    subject,
    audiences: [only],
  }))
  const { there, sameName, samePair } = planTrusts(classic, stored)
  return { ...nothing, classic, expansion, there: there.length, sameName, same: samePair }
}

/** The effect of the button, and what goes on. */
export function labels(
  way: 'pattern' | 'list',
  { classic, there }: PatternPlan,
): { label: string; busyLabel: string } {
  if (way === 'pattern') return { label: 'Create pattern', busyLabel: 'Creating the pattern' }
  const rest = classic.length - there
  const words = rest === 1 ? 'trust' : `${rest} trusts`
  if (classic.length === 0) return { label: 'Create trusts', busyLabel: 'Creating the trusts' }
  return {
    label: `Create ${there > 0 ? 'the other ' : rest === 1 ? '' : 'these '}${words}`,
    busyLabel: `Creating ${words}`,
  }
}

interface BlockedInput {
  readonly parent: TrustParent | null
  readonly room: ParentRoom
  readonly plan: PatternPlan
  readonly way: 'pattern' | 'list'
  /** Whether the tenant takes patterns; null while nobody found out. */
  readonly accepted: boolean | null
}

/** Why the button cannot be pressed, in words; null when it can. */
export function blockedReason({ parent, room, plan, way, accepted }: BlockedInput): string | null {
  if (parent === null) return null
  const { name } = room
  const left = Math.max(0, limits.trustsPerIdentity - room.trusts.length)
  if (!room.supported)
    return 'Azure does not support trusts in the region of this identity. Choose another one.'
  if (!room.allowed) return `You may not add trusts to ${name}. What is missing is named above.`
  if (way === 'pattern' && accepted === null)
    return 'Nobody found out yet whether Azure takes patterns here. Ask Azure above, or store exact trusts.'
  const wanted = plan.expansion === null ? 1 : plan.classic.length
  const needed = wanted - plan.there
  if (wanted > 0 && needed === 0)
    return `${name} has ${wanted === 1 ? 'this trust' : 'all of these'} already.`
  if (left >= needed) return null
  if (left === 0)
    return `${name} has ${counted(limits.trustsPerIdentity, 'trust')}, which is all that Azure allows. Delete one first.`
  return `${name} has room for ${left} of the ${limits.trustsPerIdentity} trusts that Azure allows, and this needs ${needed}. List fewer values.`
}
