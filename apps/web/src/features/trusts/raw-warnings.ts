import { compileTrust, recognise, type Warning } from '@trustwright/federation'

interface RawClaims {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

/** What the platform's rules say about raw strings. Empty while one is empty or not understood. */
export function rawWarnings({ issuer, subject, audience }: RawClaims): readonly Warning[] {
  if (issuer === '' || subject === '' || audience === '') return []
  const known = recognise({ issuer, subject })
  if (known === null) return []
  const fields = known.presetId === 'other-issuer' ? { issuer, subject, audience } : known.fields
  // The name is immutable, so only the values that a token is compared with are judged.
  const { warnings } = compileTrust(known.presetId, fields, { audience, name: 'stored-name' })
  return warnings.filter(({ severity }) => severity !== 'info')
}
