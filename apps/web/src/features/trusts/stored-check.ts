import { compileTrust, recognise, type Warning } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'

export interface StoredCheck {
  /** The platform whose rules were compared; null when the subject was not understood. */
  readonly platform: string | null
  readonly warnings: readonly Warning[]
  /** True when nothing speaks against the values. */
  readonly passed: boolean
}

/** Compares stored values with the rules of the platform they belong to. */
export function checkStored(trust: Trust): StoredCheck {
  const known = recognise({ issuer: trust.issuer, subject: trust.subject })
  const audience = trust.audiences[0]
  if (known === null || audience === undefined) return { platform: null, warnings: [], passed: false }
  const fields = known.presetId === 'other-issuer' ? { ...known.fields, audience } : known.fields
  // The name is stored and immutable: only the values that a token is compared with are judged here.
  const { trusts, warnings } = compileTrust(known.presetId, fields, { audience, name: 'stored-name' })
  const blocks = warnings.some(({ severity }) => severity === 'block')
  return {
    platform: known.platform === 'Other' ? 'any issuer' : known.platform,
    warnings,
    passed: trusts.length > 0 && !blocks && trust.oddities.length === 0,
  }
}
