import { Audience, Issuer, Subject, TrustName } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { audienceWarnings } from './claims/audience-warnings.ts'
import type { Export } from './exports/export.ts'
import type { WorkloadContext } from './exports/workload-context.ts'
import type { Cloud } from './model/cloud.ts'
import type { CompiledTrust, CompileOptions, FieldValues, PresetId, TrustDraft } from './model/preset.ts'
import { textOf } from './model/segment.ts'
import type { Warning } from './model/warning.ts'
import { trimmedFields } from './model/texts.ts'
import { type PresetDefinition, refuse } from './presets/define-preset.ts'
import { presetOf } from './presets/list.ts'
import { audienceFor } from './preview-trust.ts'
import { platformRules } from './platform-rules.ts'
import { partOf, withPart } from './trust-parts.ts'

const FieldRecord = z.record(z.string(), z.string().optional())

const noFields: Warning = {
  code: 'field-refused',
  severity: 'block',
  text: 'The fields are not an object of texts.',
  fix: 'Send one text for each field.',
}

/**
 * Turns the fields of a preset into what Azure stores, what to know about it, and what the workload needs to use it.
 * Wrong fields do not throw: they answer with no trusts and a `block` warning for each field. An unknown preset id
 * throws a RangeError.
 */
export function compileTrust(
  presetId: PresetId,
  fields: unknown,
  options: CompileOptions = {},
): CompiledTrust {
  const preset = presetOf(presetId)
  const record = FieldRecord.safeParse(fields)
  if (!record.success) return refused([noFields])
  const whole = trimmedFields(record.data)
  const refusals = [...shapeRefusals(preset, record.data), ...preset.refusals(whole)]
  if (refusals.length > 0) return refused(refusals)
  const parts = preset.expand(whole)
  const trusts = parts.map((fields) => draft(preset, fields, optionsOf(options, whole, fields, parts)))
  const [first] = trusts
  if (first === undefined) return refused([noFields])
  return {
    trusts,
    warnings: [
      ...preset.trimmed(record.data),
      ...valueWarnings(preset, whole, first, options.cloud),
      ...eachOnce(trusts.flatMap(limitWarnings)),
      ...audienceWarnings(
        first.audiences[0],
        options.cloud,
        carriedAudience(preset, whole, first),
        preset.audienceIsFixed,
      ),
    ],
    snippet: snippetOf(preset, first, whole, options),
  }
}

/** Copied values are also judged by their platform, which may say the same once more. */
function valueWarnings(
  preset: PresetDefinition,
  fields: FieldValues,
  trust: TrustDraft,
  cloud: Cloud | undefined,
): readonly Warning[] {
  const own = preset.warnings(fields, cloud)
  if (preset.id !== 'other-issuer') return own
  const further = platformRules(trust, cloud).filter(
    ({ code, field }) => !own.some((known) => known.code === code && known.field === field),
  )
  return [...own, ...further]
}

function refused(warnings: readonly Warning[]): CompiledTrust {
  return { trusts: [], warnings, snippet: null }
}

/** Unknown keys and choices that do not exist; the preset's own rules are asked separately. */
function shapeRefusals(preset: PresetDefinition, fields: FieldValues): readonly Warning[] {
  const issues = preset.fields.safeParse(fields).error?.issues ?? []
  return issues.flatMap((issue) => {
    if (issue.code === 'custom') return []
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => refuse(key, `${preset.title} has no field ${key}.`, 'Remove it.'))
    }
    return [refuse(issue.path.join('.'), issue.message, 'Choose one of these.')]
  })
}

function draft(preset: PresetDefinition, fields: FieldValues, options: CompileOptions): TrustDraft {
  const claims = preset.claims(fields, options.cloud)
  return {
    name: options.name ?? preset.suggestName(fields),
    issuer: textOf(claims.issuer),
    subject: textOf(claims.subject),
    audiences: [audienceFor(preset, fields, options)],
  }
}

/** A name that was given is meant for all of them, so each gets its part behind it. */
function optionsOf(
  options: CompileOptions,
  whole: FieldValues,
  fields: FieldValues,
  parts: readonly FieldValues[],
): CompileOptions {
  if (options.name === undefined || parts.length < 2) return options
  return { ...options, name: withPart(options.name, partOf(whole, fields)) }
}

/** A platform whose audience is not known yet cannot say that another one is wrong. */
function carriedAudience(
  preset: PresetDefinition,
  fields: FieldValues,
  trust: TrustDraft,
): string | undefined {
  const carried = preset.audience?.(fields)
  return carried === '' ? trust.audiences[0] : carried
}

/** Trusts of one form differ in their subject, so they often share what is wrong. */
function eachOnce(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.filter(
    ({ code, text }, index) =>
      warnings.findIndex((other) => other.code === code && other.text === text) === index,
  )
}

function limitWarnings(trust: TrustDraft): readonly Warning[] {
  return [
    ...limit('name-refused', 'name', TrustName.safeParse(trust.name)),
    ...limit('value-too-long', 'issuer', Issuer.safeParse(trust.issuer)),
    ...limit('value-too-long', 'subject', Subject.safeParse(trust.subject)),
    ...limit('audience-refused', 'audience', Audience.safeParse(trust.audiences[0])),
  ]
}

function limit(
  code: 'name-refused' | 'value-too-long' | 'audience-refused',
  field: string,
  result: z.ZodSafeParseResult<string>,
): Warning[] {
  const message = result.error?.issues[0]?.message
  return message === undefined
    ? []
    : [
        {
          code,
          severity: 'block',
          field,
          text: message,
          fix: code === 'value-too-long' ? 'Shorten the values above.' : 'Change it.',
        },
      ]
}

function snippetOf(
  preset: PresetDefinition,
  trust: TrustDraft,
  fields: FieldValues,
  options: CompileOptions,
): Export {
  const { name, issuer, subject = null, audiences } = trust
  const { clientId, tenantId, subscriptionId, cloud } = options
  const context: WorkloadContext = {
    trust: { name, issuer, subject, audiences },
    tenantId: tenantId ?? '<tenant-id>',
    subscriptionId: subscriptionId ?? '<subscription-id>',
    ...(clientId === undefined ? {} : { clientId }),
    ...(cloud === undefined ? {} : { cloud }),
  }
  return preset.snippet(context, fields)
}
