import type { Cause } from '@trustwright/federation'
import type { IssuerProbe } from '@trustwright/shared-schemas'
import { toCause } from '../../components/checks/to-cause.ts'
import type { Examination } from './examine.ts'

/**
 * The causes with what the look at the issuer found. It leads where it is certain and the text alone left more than one
 * reason open; a difference of letters that is certain stays first.
 */
export function withProbe(found: Examination, probe: IssuerProbe | null): Examination {
  const known = new Set(found.causes.map(({ code }) => code))
  const said = (probe?.causes ?? [])
    .map(toCause)
    .filter(({ code, severity }) => severity !== 'info' && !known.has(code))
  if (said.length === 0) return found
  const [first] = found.causes
  const isSettled = first !== undefined && explains(first)
  const leading = isSettled ? [] : said.filter(({ severity }) => severity === 'block')
  const others = said.filter((cause) => !leading.includes(cause))
  return { ...found, causes: [...leading, ...found.causes, ...others] }
}

/** An error that nothing else explains is reason enough to look at the issuer unasked. */
export function isIssuerInDoubt({ error, causes }: Examination): boolean {
  if (error === null || (error.phase !== 'exchange' && error.phase !== 'issue')) return false
  return !causes.some((cause) => cause.code === 'trust-new' || explains(cause))
}

function explains({ severity, certainty, family, code }: Cause): boolean {
  if (family === 'issuer_unreachable' || code === 'trust-stale') return false
  return severity === 'block' && certainty !== 'possible'
}
