import type { Cloud } from '@trustwright/federation'
import { limits, type DraftBody, type NewTrust, type Trust } from '@trustwright/shared-schemas'
import { storedAs } from '../../../components/create-trusts/trust-plan.ts'
import { proposalOf } from '../../../components/workload/trust-form.ts'
import { formOfBody } from '../draft-body.ts'
import { wantedTrusts } from '../review/set-up-of-draft.ts'

/** A trust's name has at most 120 letters; plan and apply, and the number, want some of them. */
const longestBase = 100

/**
 * The draft under a name that its parent has free. A name that a person wrote stays. A trust that is stored already, under
 * whatever name, gives its own: then nothing has to be made.
 */
export function withFreeName(body: DraftBody, stored: readonly Trust[], cloud: Cloud): DraftBody {
  if (body.name !== '') return body
  const there = storedName(body, stored, cloud)
  if (there !== null)
    return there === proposalOf(formOfBody(body, cloud), cloud).name ? body : { ...body, name: there }
  const base = proposalOf(formOfBody(body, cloud), cloud).name.slice(0, longestBase)
  const names = [
    '',
    ...Array.from({ length: limits.trustsPerIdentity }, (_, index) => `${base}-${index + 2}`),
  ]
  const free = names
    .map((name) => ({ ...body, name }))
    .find((named) => !wantedTrusts(named, cloud).some((trust) => isTaken(trust, stored)))
  return free ?? body
}

/** Of the one trust that lets in the same tokens; several get their names from one, so theirs stay. */
function storedName(body: DraftBody, stored: readonly Trust[], cloud: Cloud): string | null {
  const [wanted, ...others] = wantedTrusts(body, cloud)
  return wanted === undefined || others.length > 0 ? null : (storedAs(wanted, stored)?.name ?? null)
}

/** Names are compared as Azure does: without regard to case. */
function isTaken({ name, issuer, subject }: NewTrust, stored: readonly Trust[]): boolean {
  return stored.some(
    (trust) =>
      trust.name.toLowerCase() === name.toLowerCase() &&
      (trust.issuer !== issuer || trust.subject !== subject),
  )
}
