import { zodResolver } from '@hookform/resolvers/zod'
import {
  compileTrust,
  presets,
  type Cloud,
  type PresetId,
  type TrustDraft,
  type Warning,
} from '@trustwright/federation'
import { Audience, NewTrust, TrustName } from '@trustwright/shared-schemas'
import type { Resolver } from 'react-hook-form'
import * as z from 'zod'

/** The form as it is on the screen. Every preset keeps its own fields, so that switching loses nothing. */
export interface TrustFormValues {
  presetId: PresetId
  fields: Record<PresetId, Record<string, string>>
  /** Follows the preset's proposal until a person writes another; empty means the proposal. */
  name: string
  /** Not asked for by the presets whose own fields have an audience. */
  audience: string
}

export interface TrustFormOutcome {
  /** The values to store, or null while a field needs a change. */
  readonly draft: TrustDraft | null
  readonly warnings: readonly Warning[]
}

/** Every preset at its defaults. `defaultAudience` is the cloud's. */
export function emptyTrustForm(defaultAudience: string): TrustFormValues {
  return { presetId: 'github-actions', fields: defaultFields(), name: '', audience: defaultAudience }
}

/** True where a preset asks for the audience itself, so that the form must not ask twice. */
export function asksForAudience(presetId: PresetId): boolean {
  return presets.find((preset) => preset.id === presetId)?.fieldKeys.includes('audience') ?? false
}

/** The name that the preset makes from the fields; empty while one of them is missing or refused. */
export function proposedName(values: TrustFormValues, cloud: Cloud): string {
  return compileForm({ ...values, name: '' }, cloud).draft?.name ?? ''
}

/** Name given, or else the preset's proposal; the audience of the right place. */
export function compileForm(values: TrustFormValues, cloud: Cloud): TrustFormOutcome {
  const { trusts, warnings } = compileTrust(values.presetId, values.fields[values.presetId], {
    cloud,
    ...(values.name === '' ? {} : { name: values.name }),
    ...(asksForAudience(values.presetId) ? {} : { audience: values.audience }),
  })
  return { draft: trusts[0] ?? null, warnings }
}

/** The request of a form that passed its resolver. */
export function trustRequest(values: TrustFormValues, cloud: Cloud): NewTrust {
  const { draft } = compileForm(values, cloud)
  if (draft === null) throw new TypeError('A trust was asked for from fields that its preset refuses')
  return NewTrust.parse({
    name: draft.name,
    issuer: draft.issuer,
    subject: draft.subject ?? '',
    audiences: [...draft.audiences],
  })
}

/** Checks the chosen preset's fields only, and puts each warning that blocks on its field. */
export function trustFormResolver(cloud: Cloud): Resolver<TrustFormValues> {
  return (values, context, options) => {
    const resolve = zodResolver(schemaFor(values.presetId, cloud), undefined, { raw: true })
    // The schema reads a part of the values, and `raw` hands back the values themselves.
    return (resolve as unknown as Resolver<TrustFormValues>)(values, context, options)
  }
}

function schemaFor(presetId: PresetId, cloud: Cloud) {
  const preset = presets.find(({ id }) => id === presetId)
  if (preset === undefined) throw new TypeError(`There is no preset ${presetId}`)
  return z
    .object({
      presetId: z.literal(presetId),
      audience: asksForAudience(presetId) ? z.string() : Audience,
      fields: z.object({ [presetId]: preset.fields }),
      name: z.string().superRefine(checkName),
    })
    .superRefine((values, context) => {
      // Of `fields` only the chosen preset's part was parsed, and that is all that compiling reads.
      for (const issue of blockingIssues(values as unknown as TrustFormValues, cloud)) context.addIssue(issue)
    })
}

/** An empty name stands for the preset's proposal. */
function checkName(name: string, context: z.RefinementCtx): void {
  const problem = name === '' ? undefined : TrustName.safeParse(name).error?.issues[0]
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem.message })
}

function blockingIssues(values: TrustFormValues, cloud: Cloud) {
  return compileForm(values, cloud)
    .warnings.filter((warning) => warning.severity === 'block')
    .map((warning) => ({
      code: 'custom' as const,
      path: pathOfWarning(warning, values),
      message: `${warning.text} ${warning.fix}`.trim(),
    }))
}

/** Where on the form a warning belongs. One about a whole claim stands at the longest value, which makes the most of it. */
function pathOfWarning(warning: Warning, { presetId, fields }: TrustFormValues): string[] {
  if (warning.code === 'name-refused') return ['name']
  if (warning.code === 'audience-refused' && !asksForAudience(presetId)) return ['audience']
  const own = fields[presetId]
  if (warning.field !== undefined && Object.hasOwn(own, warning.field))
    return ['fields', presetId, warning.field]
  const [longest] = Object.keys(own).toSorted((a, b) => (own[b] ?? '').length - (own[a] ?? '').length)
  return ['fields', presetId, longest ?? '']
}

function defaultFields(): Record<PresetId, Record<string, string>> {
  const defaultsOf = (id: PresetId) => ({ ...presets.find((preset) => preset.id === id)?.defaults })
  return {
    'github-actions': defaultsOf('github-actions'),
    kubernetes: defaultsOf('kubernetes'),
    'other-issuer': defaultsOf('other-issuer'),
  }
}
