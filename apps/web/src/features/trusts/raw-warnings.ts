import { compileTrust, recognise, type Cloud, type Warning } from '@trustwright/federation'

interface RawClaims {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

/** What the platform's rules say about raw strings. Empty while one is empty or not understood. */
export function rawWarnings(
  { issuer, subject, audience }: RawClaims,
  cloud: Cloud = 'public',
): readonly Warning[] {
  if (issuer === '' || subject === '' || audience === '') return []
  const known = recognise({ issuer, subject }, cloud)
  if (known === null) return []
  const fields = known.presetId === 'other-issuer' ? { issuer, subject, audience } : known.fields
  // The name is immutable, so only the values that a token is compared with are judged.
  const { warnings } = compileTrust(known.presetId, fields, { audience, cloud, name: 'stored-name' })
  return warnings.filter(({ severity }) => severity !== 'info')
}
