import { zodResolver } from '@hookform/resolvers/zod'
import {
  compileTrust,
  defaultAudience,
  presetById,
  presets,
  proposeTrust,
  type Cloud,
  type PresetId,
  type TrustDraft,
  type TrustProposal,
  type Warning,
} from '@trustwright/federation'
import { Audience, Description, NewTrust, TrustName, type TrustParent } from '@trustwright/shared-schemas'
import type { Resolver } from 'react-hook-form'
import * as z from 'zod'

/** The form as it is on the screen. Every preset keeps its own fields, so that switching loses nothing. */
export interface TrustFormValues {
  presetId: PresetId
  fields: Record<PresetId, Record<string, string>>
  /** Follows the preset's proposal until a person writes another; empty means the proposal. */
  name: string
  /** Follows as the name does. Not asked for by the presets whose own fields have an audience. */
  audience: string
  /** Stored on applications only. */
  description: string
}

export interface TrustFormOutcome {
  /** The values to store, one for each trust; none while a field needs a change. */
  readonly drafts: readonly TrustDraft[]
  readonly warnings: readonly Warning[]
}

/** Every preset at its defaults, with the audience of the cloud. */
export function emptyTrustForm(cloud: Cloud): TrustFormValues {
  return {
    presetId: 'github-actions',
    fields: defaultFields(),
    name: '',
    audience: defaultAudience(cloud),
    description: '',
  }
}

/** True where a preset asks for the audience itself, so that the form must not ask twice. */
export function asksForAudience(presetId: PresetId): boolean {
  return presetById(presetId).fieldKeys.includes('audience')
}

/** What the preset offers for name and audience, from the fields as they are. */
export function proposalOf({ presetId, fields }: TrustFormValues, cloud: Cloud): TrustProposal {
  return proposeTrust(presetId, fields[presetId], { cloud })
}

/** Name and audience after a field changed: each follows its proposal unless a person wrote another. */
export function followed(now: TrustFormValues, last: TrustProposal, cloud: Cloud) {
  const next = proposalOf(now, cloud)
  const follow = (key: 'name' | 'audience') =>
    now[key] === '' || now[key] === last[key] ? next[key] : now[key]
  return { name: follow('name'), audience: follow('audience') }
}

/** The audience that the form asks for; undefined where the platform or a field of its own decides. */
export function audienceOption(values: TrustFormValues, cloud: Cloud): { readonly audience?: string } {
  const isLeft = values.audience === '' && proposalOf(values, cloud).audienceFrom === 'platform'
  return isLeft || asksForAudience(values.presetId) ? {} : { audience: values.audience }
}

/** Name given, or else the preset's proposal; the audience of the right place. */
export function compileForm(values: TrustFormValues, cloud: Cloud): TrustFormOutcome {
  const { trusts, warnings } = compileTrust(values.presetId, values.fields[values.presetId], {
    cloud,
    ...(values.name === '' ? {} : { name: values.name }),
    ...audienceOption(values, cloud),
  })
  return { drafts: trusts, warnings }
}

/** One request for each trust of a form that passed its resolver. */
export function trustRequests(values: TrustFormValues, cloud: Cloud): NewTrust[] {
  const { drafts } = compileForm(values, cloud)
  if (drafts.length === 0) throw new TypeError('A trust was asked for from fields that its preset refuses')
  return drafts.map(requestOf)
}

function requestOf({ name, issuer, subject = '', audiences }: TrustDraft): NewTrust {
  return NewTrust.parse({ name, issuer, subject, audiences: [...audiences] })
}

/** Checks the chosen preset's fields only, and puts each warning that blocks on its field. */
export function trustFormResolver(
  cloud: Cloud,
  kind: TrustParent['kind'] = 'managedIdentity',
): Resolver<TrustFormValues> {
  return (values, context, options) => {
    const resolve = zodResolver(schemaFor(values, cloud, kind), undefined, { raw: true })
    // The schema reads a part of the values, and `raw` hands back the values themselves.
    return (resolve as unknown as Resolver<TrustFormValues>)(values, context, options)
  }
}

/** What the resolver would say, in words, first field first; empty where the form can be sent. */
export function trustFormIssues(
  values: TrustFormValues,
  cloud: Cloud,
  kind: TrustParent['kind'] = 'managedIdentity',
): readonly string[] {
  return (
    schemaFor(values, cloud, kind)
      .safeParse(values)
      .error?.issues.map(({ message }) => message) ?? []
  )
}

function schemaFor(form: TrustFormValues, cloud: Cloud, kind: TrustParent['kind']) {
  const { presetId } = form
  return z
    .object({
      presetId: z.literal(presetId),
      audience: audienceOption(form, cloud).audience === undefined ? z.string() : Audience,
      fields: z.object({ [presetId]: presetById(presetId).fields }),
      name: z.string().superRefine(checkName),
      description: kind === 'application' ? Description : z.string(),
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
  const entries = presets.map(({ id, defaults }) => [id, { ...defaults }])
  // `Object.fromEntries` forgets that the presets have every id.
  return Object.fromEntries(entries) as Record<PresetId, Record<string, string>>
}
