import type { WorkloadContext } from '../../exports/workload-context.ts'
import type { Export } from '../../exports/export.ts'
import type { Certainty, FieldValues, PresetCategory, PresetId, StoredClaims } from '../../model/preset.ts'
import { textOf } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'
import { nameFrom } from '../../model/trust-name.ts'
import type { Warning } from '../../model/warning.ts'
import { definePreset, type PresetDefinition } from '../define-preset.ts'
import type { PlatformField } from './fields.ts'
import { readTemplate, segmentsOf, type Template } from './template.ts'

/** One way in which a platform writes its claims. */
export interface ClaimForm {
  /** Fields that must hold these values; left out: always. */
  readonly when?: Readonly<Record<string, string>>
  readonly issuer: Template
  readonly subject: Template
}

export interface Platform {
  readonly id: PresetId
  readonly title: string
  readonly summary: string
  readonly category: PresetCategory
  readonly certainty: Certainty
  readonly docsUrl: string
  readonly factsAsOf: string
  readonly fields: Readonly<Record<string, PlatformField>>
  /** The first whose `when` holds is written; all are tried when a stored trust is read. */
  readonly forms: readonly ClaimForm[]
  /** Field sets of the single trusts, where one workload needs several, such as plan and apply. */
  readonly expand?: (fields: FieldValues) => readonly FieldValues[]
  readonly audience?: (fields: FieldValues) => string
  readonly warnings?: (fields: FieldValues) => readonly Warning[]
  /** Parts of the proposed name. */
  readonly nameParts: (fields: FieldValues) => readonly string[]
  /** The workload as people call it, and what narrows it. */
  readonly words: (fields: FieldValues) => { readonly workload: string; readonly qualifier: string | null }
  /** Default: both. */
  readonly parentKinds?: PresetDefinition['parentKinds']
  readonly snippet: (context: WorkloadContext, fields: FieldValues) => Export
}

/** Completes a platform whose claims are templates. */
export function definePlatform(platform: Platform): PresetDefinition {
  const { id, title, fields: given, forms, nameParts, words, warnings, parentKinds, ...facts } = platform
  const entries = Object.entries(given)
  const claims = (fields: FieldValues) => claimsOf(forms, fields)
  return definePreset({
    ...facts,
    id,
    title,
    parentKinds: parentKinds ?? ['managedIdentity', 'application'],
    fieldGuides: Object.fromEntries(entries.map(([key, { guide }]) => [key, guide])),
    fieldRules: Object.fromEntries(
      entries.flatMap(([key, { rule }]) => (rule === undefined ? [] : [[key, rule(key)] as const])),
    ),
    claims,
    warnings: warnings ?? (() => []),
    suggestName: (fields) => nameFrom(nameParts(fields)),
    recognise: (stored) => {
      const fields = readForms(platform, stored)
      if (fields === null) return null
      const { issuer, subject } = claims(fields)
      if (textOf(issuer) !== stored.issuer || textOf(subject) !== stored.subject) return null
      return { presetId: id, platform: title, ...words(fields), fields }
    },
  })
}

function claimsOf(forms: readonly ClaimForm[], fields: FieldValues) {
  const form = forms.find(({ when = {} }) =>
    Object.entries(when).every(([key, value]) => fieldText(fields, key) === value),
  )
  if (form === undefined) return { issuer: [], subject: [] }
  return { issuer: segmentsOf(form.issuer, fields), subject: segmentsOf(form.subject, fields) }
}

/** What the stored texts say, wrong values included: the form can then show where the fault is. */
function readForms({ forms }: Platform, stored: StoredClaims): FieldValues | null {
  if (stored.subject === null) return null
  for (const { when = {}, issuer, subject } of forms) {
    const ofIssuer = readTemplate(issuer, stored.issuer)
    const ofSubject = ofIssuer === null ? null : readTemplate(subject, stored.subject)
    if (ofIssuer === null || ofSubject === null) continue
    const fields = { ...ofIssuer, ...ofSubject, ...when }
    const agree = Object.entries(ofIssuer).every(
      ([key, value]) => ofSubject[key] === undefined || ofSubject[key] === value,
    )
    if (agree) return fields
  }
  return null
}
