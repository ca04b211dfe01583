import {
  ActivityOutcome,
  FindingSeveritySchema,
  findingRuleIds,
  holdsToken,
  limits,
} from '@trustwright/shared-schemas'
import * as z from 'zod'
import { readableQuery } from './paths.ts'
import { presetFieldNames } from './preset-field-names.ts'

const text = z.string().max(700).optional().catch(undefined)
const plainText = z
  .string()
  .max(700)
  .refine((value) => !holdsToken(value.replace(/\s/g, '')))
  .optional()
  .catch(undefined)

/**
 * `/trusts`: query in the language of trusts, column to sort by (`-` in front: downwards), columns that show, selected rows,
 * the saved view that is open (`all`: none, not even the default one), and `of=portal` for what the portal itself read.
 */
export const TrustsSearch = z.object({
  q: z.string().max(2000).optional().catch(undefined),
  sort: text,
  cols: text,
  sel: z.string().max(4000).optional().catch(undefined),
  view: text,
  of: z.literal('portal').optional().catch(undefined),
})
export type TrustsSearch = z.infer<typeof TrustsSearch>

/** `/trusts/delete`: whose trusts were ticked. */
export const TrustsDeleteSearch = z.object({ of: z.literal('portal').optional().catch(undefined) })

/** `/map`: a query of the list, what is in focus (a node, or a trust by its resource ID), and which groups are open, parted by commas. */
export const MapSearch = z.object({
  q: z.string().max(2000).optional().catch(undefined),
  focus: text,
  lens: z.enum(['risk', 'owner', 'platform']).optional().catch(undefined),
  depth: z.enum(['1', '2', '3']).optional().catch(undefined),
  open: z.string().max(4000).optional().catch(undefined),
  view: z.enum(['table', 'picture']).optional().catch(undefined),
  of: z.literal('portal').optional().catch(undefined),
})
export type MapSearch = z.infer<typeof MapSearch>

/** `/trusts/changes`: numbers of two snapshots, and what of their differences is shown: words that they hold, and a kind. */
export const TrustChangesSearch = z.object({
  q: text,
  from: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional()
    .catch(undefined),
  to: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional()
    .catch(undefined),
  show: z.enum(['added', 'removed', 'changed']).optional().catch(undefined),
  of: z.literal('portal').optional().catch(undefined),
})
export type TrustChangesSearch = z.infer<typeof TrustChangesSearch>

/** `kind=app`: applications, of which `of=all` shows those of everybody; else managed identities. */
export const IdentitiesSearch = z.object({
  kind: z.literal('app').optional().catch(undefined),
  of: z.literal('all').optional().catch(undefined),
  subscription: text,
  q: text,
})
export type IdentitiesSearch = z.infer<typeof IdentitiesSearch>

/** `returnTo`: the page that asked for a new identity, to go back to with it. */
export const IdentityCreateSearch = z.object({
  subscription: text,
  group: text,
  location: text,
  returnTo: text,
})

/** `returnTo` as above. */
export const ApplicationCreateSearch = z.object({ returnTo: text })

/** `made`: names of the trusts that a form just stored, parted by commas. */
export const IdentitySearch = z.object({ deleted: text, created: text, made: text })

/** A prefill link for the form of a new trust, with the fields of any preset; never a token. */
export const TrustCreateSearch = z.object({
  subscription: text,
  group: text,
  identity: text,
  application: text,
  /** `application`: the side that is open while nothing is chosen. */
  parent: text,
  preset: text,
  name: text,
  description: text,
  audience: text,
  ...Object.fromEntries(presetFieldNames.map((name) => [name, text])),
})
export type TrustCreateSearch = z.infer<typeof TrustCreateSearch>

/** Of any length: what is too long stays in the address until the page said so. */
const anyText = z.string().optional().catch(undefined)
const wizardNames = [...Object.keys(TrustCreateSearch.shape), 'src', 'repo', 'env', 'role', 'scope'] as const

/** The same for the wizard, with short names beside them, and how a visit to GitHub's sign-in ended. */
export const WizardSearch = z.object({
  ...Object.fromEntries(wizardNames.map((name) => [name, anyText])),
  github: text,
})

/** Which draft of many at once is open; `github`: how a sign-in there ended. */
export const BulkSearch = z.object({ draft: text, github: text })

export const WizardStepSearch = z.object({ github: text })

/** A prefill link for the builder of patterns: a whole `expression`, or the `subject` that it starts from. */
export const PatternSearch = z.object({
  subscription: text,
  group: text,
  identity: text,
  application: text,
  parent: text,
  issuer: text,
  subject: text,
  expression: z.string().max(limits.expressionLength).optional().catch(undefined),
  name: text,
  audience: text,
})

/**
 * `/doctor`: what an error says, and the identity or application that the workload signs in as. There is no name for a
 * token, and what looks like one is dropped.
 */
export const DoctorSearch = z.object({
  code: plainText,
  issuer: plainText,
  subject: plainText,
  audience: plainText,
  subscription: plainText,
  group: plainText,
  identity: plainText,
  application: plainText,
})
export type DoctorSearch = z.infer<typeof DoctorSearch>

/** `as`: what stands first. Left out: what fits the person. */
export const HomeSearch = z.object({ as: z.enum(['dev', 'admin']).optional().catch(undefined) })

/** `rule`: one of them, or `all`. `of=portal`: what the portal read by itself. */
export const FindingsSearch = z.object({
  rule: z
    .enum(['all', ...findingRuleIds])
    .optional()
    .catch(undefined),
  state: z.enum(['accepted', 'fixed']).optional().catch(undefined),
  severity: FindingSeveritySchema.optional().catch(undefined),
  q: z.string().max(600).optional().catch(undefined),
  of: z.literal('portal').optional().catch(undefined),
})
export type FindingsSearch = z.infer<typeof FindingsSearch>

export const FindingSearch = FindingsSearch.pick({ of: true })

/** `version`: an older one, with what changed in it. */
export const PoliciesSearch = z.object({ version: text })

/** `of=all`: of everybody, for administrators. */
export const RequestsSearch = z.object({
  of: z.enum(['mine', 'all']).optional().catch(undefined),
  state: z.enum(['open', 'decided']).optional().catch(undefined),
})
export type RequestsSearch = z.infer<typeof RequestsSearch>

const day = z.iso.date().optional().catch(undefined)

/** Days are UTC, both inclusive. `operation`: several are parted by commas. */
export const ActivitySearch = z.object({
  of: z.literal('all').optional().catch(undefined),
  actor: text,
  operation: text,
  target: text,
  outcome: ActivityOutcome.optional().catch(undefined),
  from: day,
  to: day,
})
export type ActivitySearch = z.infer<typeof ActivitySearch>

export const TrustSearch = z.object({
  tab: z.enum(['overview', 'prove', 'access', 'code', 'activity']).default('overview').catch('overview'),
  /** `1` right after the trust was stored. */
  created: text,
  /** `1`: the form of a change is open, with these values in place of the stored ones. */
  change: text,
  /** `1`: the question whether to delete it is open. */
  delete: text,
  /** `1`: the switch to a subject with IDs is open; `github`: how a sign-in there ended. */
  switch: text,
  github: text,
  issuer: text,
  subject: text,
  expression: z.string().max(limits.expressionLength).optional().catch(undefined),
  audience: text,
})

export type TrustSearch = z.infer<typeof TrustSearch>

/** A prefill link: which trusts (`of=portal`: of what the portal itself read; `picked`: those that were ticked), and how the review is called. */
export const ReviewCreateSearch = z.object({
  picked: z.literal('yes').optional().catch(undefined),
  q: z.string().max(2000).optional().catch(undefined),
  of: z.literal('portal').optional().catch(undefined),
  name: text,
})

export const reviewFilters = ['undecided', 'risky', 'keep', 'remove', 'skip'] as const

/** `/reviews/<id>`: which lines show, and the number of the one that is open. */
export const ReviewSearch = z.object({
  filter: z.enum(reviewFilters).optional().catch(undefined),
  item: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .optional()
    .catch(undefined),
})
export type ReviewSearch = z.infer<typeof ReviewSearch>

/** `/print/review/<id>`: which part of a long one, from 1. */
export const ReviewReportSearch = z.object({
  part: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .optional()
    .catch(undefined),
})

export const SignInProblemSearch = z.object({ reason: text })

/** Plain `name=value` pairs, so that `q=123` stays text and addresses stay readable. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') query.set(name, value)
  }
  return query.size === 0 ? '' : `?${readableQuery(query)}`
}
