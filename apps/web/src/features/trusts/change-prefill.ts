import { paths, type TrustKey } from '../../paths.ts'
import type { TrustSearch } from '../../search.ts'

/** What a link wants a trust to store; names of fields that it leaves alone are left out. */
export type ChangePrefill = Readonly<
  Partial<Record<'issuer' | 'subject' | 'expression' | 'audience', string>>
>

/** The values in the address of a trust's page; none unless it asks for a change. */
export function changePrefill(search: TrustSearch): ChangePrefill {
  if (search.change !== '1') return {}
  const { issuer, subject, expression, audience } = search
  const wanted = { issuer, subject, expression, audience }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''))
}

/** Under which what was typed is kept. What a link asks for is a draft of its own. */
export function changeDraftPage(key: TrustKey, prefill: ChangePrefill = {}): string {
  return `${paths.trust(key, prefill)}#change`
}

/** Without a subject for a pattern, or a pattern for a subject: Azure keeps the kind of a trust. */
export function prefillFor(
  kind: 'classic' | 'flexible',
  { subject, expression, ...rest }: ChangePrefill,
): ChangePrefill {
  if (kind === 'classic') return subject === undefined ? rest : { ...rest, subject }
  return expression === undefined ? rest : { ...rest, expression }
}
