import { limits } from '@trustwright/shared-schemas'
import { counted } from '../../../lib/words.ts'
import type { SuggestedParent } from './rank-parents.ts'

/** Why it is offered, where it lies and how much room it has. `isKnown`: the trusts of the tenant were read before. */
export function suggestionWords(suggested: SuggestedParent, isKnown: boolean): string {
  const { place, trusts, against } = suggested
  const all = limits.trustsPerIdentity
  const room = isKnown ? `${String(all - trusts)} of ${String(all)} free` : ''
  const end =
    against === 'region'
      ? 'its region takes no trusts'
      : against === 'full'
        ? `${String(trusts)} of ${String(all)} trusts: no room`
        : room
  return [whyOf(suggested, isKnown), place, end].filter(Boolean).join(' · ')
}

function whyOf({ reason, trusts, sameWorkload }: SuggestedParent, isKnown: boolean): string {
  const others = trusts - sameWorkload
  const shared = others > 0 ? `also trusted by ${counted(others, 'other', 'others')}` : ''
  if (reason === 'same-workload') {
    return [`Trusts this workload already (${counted(sameWorkload, 'trust')})`, shared]
      .filter(Boolean)
      .join(', ')
  }
  const start = reason === 'name' ? 'Named like the workload' : ''
  if (!isKnown) return start
  if (trusts === 0) return start === '' ? 'Trusts nobody yet' : `${start}, trusts nobody yet`
  return start === '' ? `Shared: ${shared}` : `${start}, ${shared}`
}
