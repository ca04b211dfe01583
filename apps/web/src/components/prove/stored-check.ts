import {
  checkExpression,
  compileTrust,
  expressionIssuerOf,
  recognise,
  type Cause,
  type Cloud,
  type Warning,
} from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { notSaidTwice, trustCauses } from '../checks/trust-causes.ts'
import { isFlexible } from '../trust-words.ts'

export interface StoredCheck {
  /** The platform whose rules were compared; null when the subject was not understood. */
  readonly platform: string | null
  /** Of a pattern; what is wrong with a subject is among the causes. */
  readonly warnings: readonly Warning[]
  readonly causes: readonly Cause[]
  /** True when nothing speaks against the values. */
  readonly passed: boolean
}

/** Compares stored values with the rules of the platform they belong to. */
export function checkStored(trust: Trust, cloud: Cloud = 'public'): StoredCheck {
  if (isFlexible(trust)) return checkPattern(trust, trust.expression)
  const parentKind = trust.parent.kind
  const causes = trustCauses(trust, { cloud, parentKind, operation: 'update' })
  const known = recognise({ issuer: trust.issuer, subject: trust.subject }, cloud)
  const audience = trust.audiences[0]
  if (known === null || audience === undefined) return { platform: null, warnings: [], causes, passed: false }
  const fields = known.presetId === 'other-issuer' ? { ...known.fields, audience } : known.fields
  // The name is stored and immutable: only the values that a token is compared with are judged here.
  const { trusts, warnings } = compileTrust(known.presetId, fields, { audience, cloud, name: 'stored-name' })
  const blocks = [...warnings, ...causes].some(({ severity }) => severity === 'block')
  return {
    platform: known.platform === 'Other' ? 'any issuer' : known.platform,
    warnings: notSaidTwice(warnings, causes),
    causes,
    passed: trusts.length > 0 && !blocks && trust.oddities.length === 0,
  }
}

function checkPattern({ issuer, audiences, oddities }: Trust, expression: string): StoredCheck {
  const warnings = checkExpression(issuer, expression)
  const blocks = warnings.some(({ severity }) => severity === 'block')
  return {
    platform: `patterns of ${expressionIssuerOf(issuer)?.name ?? 'this issuer'}`,
    warnings,
    causes: [],
    passed: !blocks && audiences.length === 1 && oddities.length === 0,
  }
}
