import { holdsUnseen } from '@trustwright/shared-schemas'
import * as z from 'zod'
import type { Export } from '../exports/export.ts'
import type { WorkloadContext } from '../exports/workload-context.ts'
import type { Cloud } from '../model/cloud.ts'
import type { FieldGuide, FieldValues, Preset, Recognised, StoredClaims } from '../model/preset.ts'
import type { Segment } from '../model/segment.ts'
import { fieldText, trimmedFields } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'

/** Says what is wrong with the text of one field that is not empty, or null. */
export type FieldRule = (value: string, fields: FieldValues) => Warning | null

/** What a platform's own file states. Everything else follows from it. */
export interface PresetRules extends Omit<Preset, 'fields' | 'fieldKeys' | 'defaults'> {
  readonly fieldRules: Readonly<Record<string, FieldRule>>
  /** Issuer and subject in pieces, from fields that may still be empty. */
  readonly claims: (
    fields: FieldValues,
    cloud?: Cloud,
  ) => {
    readonly issuer: readonly Segment[]
    readonly subject: readonly Segment[]
  }
  /** What to know about fields that passed their rules. Without a cloud: what holds in all of them. */
  readonly warnings: (fields: FieldValues, cloud?: Cloud) => readonly Warning[]
  readonly suggestName: (fields: FieldValues) => string
  /** Audience that the platform's tokens carry; undefined where they carry the one that Azure's own tools ask for. */
  readonly audience?: (fields: FieldValues) => string | undefined
  /** Nobody can make the platform's tokens carry another one. */
  readonly audienceIsFixed?: boolean
  /** Fields of each single trust, where one workload needs several. */
  readonly expand?: (fields: FieldValues) => readonly FieldValues[]
  /** How a workload of this platform uses the trust. */
  readonly snippet: (context: WorkloadContext, fields: FieldValues) => Export
  /** Null when the stored values are not of this platform, or could not be compiled back to the same text. */
  readonly recognise: (stored: StoredClaims, cloud?: Cloud) => Recognised | null
}

export interface PresetDefinition extends PresetRules, Preset {
  readonly expand: (fields: FieldValues) => readonly FieldValues[]
  /** Keys of needed fields that are empty. */
  readonly missing: (fields: FieldValues) => readonly string[]
  /** Refused fields, empty ones included. */
  readonly refusals: (fields: FieldValues) => readonly Warning[]
  /** A word about each field that is compiled without the white space around it. */
  readonly trimmed: (fields: FieldValues) => readonly Warning[]
}

/** Completes a platform's rules with the schema, the defaults and the checks that follow from them. */
export function definePreset(rules: PresetRules): PresetDefinition {
  const guides = Object.entries(rules.fieldGuides)
  const asked = (fields: FieldValues) => guides.filter(([, guide]) => isShown(guide, fields))
  const missing = (fields: FieldValues) =>
    asked(fields)
      .filter(([key, guide]) => guide.optional !== true && fieldText(fields, key) === '')
      .map(([key]) => key)
  const refusals = (fields: FieldValues) =>
    asked(fields).flatMap(([key, guide]) => {
      const value = fieldText(fields, key)
      if (value === '') return guide.optional === true ? [] : [emptyField(key, guide)]
      const refusal = unseen(key, guide, value) ?? rules.fieldRules[key]?.(value, fields) ?? null
      return refusal === null ? [] : [refusal]
    })
  return {
    ...rules,
    expand: rules.expand ?? ((fields) => [fields]),
    fields: fieldsSchema(rules, refusals),
    fieldKeys: guides.map(([key]) => key),
    defaults: Object.fromEntries(guides.map(([key, guide]) => [key, guide.options?.[0]?.value ?? ''])),
    missing,
    refusals,
    trimmed: (fields) =>
      asked(trimmedFields(fields)).flatMap(([key]) => {
        const value = fieldText(fields, key)
        return value === value.trim() ? [] : [leftOut(key)]
      }),
  }
}

function leftOut(field: string): Warning {
  return {
    code: 'white-space-trimmed',
    severity: 'info',
    field,
    text: 'White space before or after it is left out: no token carries it.',
    fix: 'Nothing to do.',
  }
}

function fieldsSchema(
  rules: PresetRules,
  refusals: (fields: FieldValues) => readonly Warning[],
): z.ZodType<FieldValues, FieldValues> {
  const shape = Object.fromEntries(
    Object.entries(rules.fieldGuides).map(([key, guide]) => [key, valueSchema(guide).optional()]),
  )
  return z.strictObject(shape).check((context) => {
    const fields = trimmedFields(context.value)
    const refused = refusals(fields)
    const blocks = refused.length > 0 ? refused : rules.warnings(fields).filter(isBlock)
    for (const { field, text, fix } of blocks) {
      context.issues.push({
        code: 'custom',
        message: `${text} ${fix}`,
        path: field === undefined ? [] : [field],
        input: context.value,
      })
    }
  })
}

function valueSchema(guide: FieldGuide): z.ZodType<string, string> {
  if (guide.options === undefined) return z.string({ error: `${guide.label} is a text.` })
  const values = guide.options.map((option) => option.value)
  return z.enum(['', ...values], { error: `${guide.label} is one of: ${values.join(', ')}.` })
}

function isShown(guide: FieldGuide, fields: FieldValues): boolean {
  if (guide.shownWhen === undefined) return true
  return guide.shownWhen.is.includes(fieldText(fields, guide.shownWhen.field))
}

function isBlock(warning: Warning): boolean {
  return warning.severity === 'block'
}

function emptyField(field: string, guide: FieldGuide): Warning {
  const act = guide.options === undefined ? `Type it, such as ${guide.example}.` : 'Choose one.'
  return refuse(field, `${guide.label} is empty.`, act)
}

function unseen(field: string, guide: FieldGuide, value: string): Warning | null {
  if (!holdsUnseen(value)) return null
  const text = `${guide.label} holds a character that cannot be seen, as pasted text may. Azure compares every character.`
  return refuse(field, text, 'Delete it and type it anew.')
}

/** A question mark may belong to a value, but people type it as a pattern. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export function plainMark(field: string): Warning {
  return {
    code: 'unusual-value',
    severity: 'warn',
    field,
    text: 'Azure takes ? as a plain character: this matches only where the token carries the ? too.',
    fix: 'Write the whole value, unless the ? belongs to it.',
  }
}

/** A field whose text cannot be part of a trust of this platform. */
export function refuse(field: string, text: string, fix: string): Warning {
  return { code: 'field-refused', severity: 'block', field, text, fix }
}
