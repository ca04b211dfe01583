import type { WorkloadContext } from '../../exports/workload-context.ts'
import type { Export } from '../../exports/export.ts'
import type { Cloud } from '../../model/cloud.ts'
import type { Certainty, FieldValues, PresetCategory, PresetId, StoredClaims } from '../../model/preset.ts'
import { textOf } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'
import { nameFrom } from '../../model/trust-name.ts'
import type { Warning } from '../../model/warning.ts'
import { definePreset, plainMark, type PresetDefinition } from '../define-preset.ts'
import type { PlatformField } from './fields.ts'
import { hasEnds, readTemplate, segmentsOf, type Template } from './template.ts'

/** One way in which a platform writes its claims. */
export interface ClaimForm {
  /** Fields that must hold these values, an empty choice its first one; left out: always. */
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
  readonly audience?: (fields: FieldValues) => string | undefined
  readonly audienceIsFixed?: boolean
  /** Fields that only the stored audience tells, such as which token a job uses. */
  readonly readAudience?: (audience: string, fields: FieldValues) => FieldValues
  readonly warnings?: (fields: FieldValues, cloud?: Cloud) => readonly Warning[]
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
  const { id, title, fields: given, nameParts, words, warnings, parentKinds, ...rest } = platform
  const { forms: _forms, readAudience: _readAudience, ...facts } = rest
  const entries = Object.entries(given)
  const claims = (fields: FieldValues, cloud?: Cloud) => claimsOf(platform, fields, cloud)
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
    warnings: (fields, cloud) => [...wildcards(given, fields), ...(warnings?.(fields, cloud) ?? [])],
    suggestName: (fields) => nameFrom(nameParts(fields)),
    recognise: (stored, cloud) => {
      const fields = readForms(platform, stored, cloud)
      if (fields === null) return null
      const { issuer, subject } = claims(fields, cloud)
      if (textOf(issuer) !== stored.issuer || textOf(subject) !== stored.subject) return null
      return { presetId: id, platform: title, ...words(fields), fields }
    },
  })
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
function wildcards(given: Platform['fields'], fields: FieldValues): Warning[] {
  return Object.keys(given).flatMap((field): Warning[] => {
    const value = fieldText(fields, field)
    if (!value.includes('*')) return value.includes('?') ? [plainMark(field)] : []
    return [
      {
        code: 'wildcard',
        severity: 'block',
        field,
        text: 'No token would ever match: Azure takes * as a plain character.',
        fix: 'Write the whole value; add a trust for each further one.',
      },
    ]
  })
}

function claimsOf({ forms, fields: given }: Platform, fields: FieldValues, cloud?: Cloud) {
  const chosen = (key: string) => fieldText(fields, key) || optionalDefault(given[key])
  const form = forms.find(({ when = {} }) =>
    Object.entries(when).every(([key, value]) => chosen(key) === value),
  )
  if (form === undefined) return { issuer: [], subject: [] }
  return {
    issuer: segmentsOf(form.issuer, fields, cloud),
    subject: segmentsOf(form.subject, fields, cloud),
  }
}

/** A choice that may stay empty means its first option. */
function optionalDefault(given: PlatformField | undefined): string {
  return given?.guide.optional === true ? (given.guide.options?.[0]?.value ?? '') : ''
}

/** What the stored texts say, wrong values included: the form can then show where the fault is. */
function readForms(
  { forms, readAudience }: Platform,
  stored: StoredClaims,
  cloud?: Cloud,
): FieldValues | null {
  if (stored.subject === null) return null
  const [audience] = stored.audiences ?? []
  for (const { when = {}, issuer, subject } of forms) {
    if (!hasEnds(subject, stored.subject, cloud)) continue
    const ofIssuer = readTemplate(issuer, stored.issuer, {}, cloud)
    const ofSubject = ofIssuer === null ? null : readTemplate(subject, stored.subject, ofIssuer, cloud)
    if (ofIssuer === null || ofSubject === null) continue
    const fields = { ...ofIssuer, ...ofSubject, ...when }
    return audience === undefined ? fields : { ...fields, ...readAudience?.(audience, fields) }
  }
  return null
}
