import type { ErrorDiagnosis } from '@trustwright/federation'
import { shorten } from '../../lib/shorten.ts'
import type { Checked } from './checked.ts'
import type { Scope } from './scope.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const longest = 60

/** Whether the error names the portal's own tenant. A token of a workload names none. */
export function tenantFact(error: ErrorDiagnosis | null, tenantId: string | null): Checked {
  const what = 'Tenant'
  const named = error?.quoted.tenant ?? error?.quoted.directory
  if (named === undefined) return { what, state: 'unknown', words: 'the text names none' }
  const shown = shorten(named, longest)
  if (tenantId === null || !guid.test(named))
    return { what, state: 'unknown', words: `the text names ${shown}, which was not compared` }
  return named.toLowerCase() === tenantId.toLowerCase()
    ? { what, state: 'fine', words: 'the one of this portal' }
    : { what, state: 'differs', words: `the text names another: ${shown}` }
}

/** Whom the workload signs in as, and how that is known. */
export function clientFact(error: ErrorDiagnosis | null, { parent, identities, trusts }: Scope): Checked {
  const what = 'Client'
  const named = error?.quoted.client
  const isOfParent = named !== undefined && named.toLowerCase() === parent?.clientId?.toLowerCase()
  if (parent !== null && (parent.isNamed === true || isOfParent))
    return { what, state: 'fine', words: `${parent.name}, named in the text` }
  if (named !== undefined && guid.test(named)) {
    const known = identities.find(({ clientId }) => clientId?.toLowerCase() === named.toLowerCase())
    if (known !== undefined && parent !== null)
      return { what, state: 'differs', words: `the text names ${known.name ?? named}, not ${parent.name}` }
    const words = trusts === null ? 'not looked up' : 'among no identity that you may read'
    return { what, state: 'unknown', words: `${named} ${words}` }
  }
  if (parent !== null)
    return { what, state: 'unknown', words: `assumed to be ${parent.name}; the text names none` }
  return { what, state: 'unknown', words: 'the text names none' }
}
