import type { Cloud } from './model/cloud.ts'
import type { Recognised, TrustDraft } from './model/preset.ts'
import type { Warning } from './model/warning.ts'
import { presetOf } from './presets/list.ts'
import { recognise } from './recognise.ts'

/**
 * What the platform of copied values says against them, at their field `subject`: a fault that its own form would block
 * is one here too; a value that its form would refuse is only unusual, since it may come from a token.
 */
export function platformRules({ issuer, subject }: TrustDraft, cloud?: Cloud): readonly Warning[] {
  return rulesOfPlatform(recognise({ issuer, subject: subject ?? null }, cloud), cloud)
}

/** The same of values that were recognised already. */
export function rulesOfPlatform(recognised: Recognised | null, cloud?: Cloud): readonly Warning[] {
  if (recognised === null || recognised.presetId === 'other-issuer') return []
  const { refusals, warnings } = presetOf(recognised.presetId)
  const refused = refusals(recognised.fields)
  const found: readonly Warning[] =
    refused.length > 0
      ? refused.map((warning) => ({ ...warning, code: 'unusual-value', severity: 'warn' }))
      : warnings(recognised.fields, cloud).filter(({ severity }) => severity === 'block')
  return found.map((warning) => (warning.field === 'issuer' ? warning : { ...warning, field: 'subject' }))
}
