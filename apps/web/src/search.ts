import { presets } from '@trustwright/federation'
import { holdsToken, limits } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { readableQuery } from './paths.ts'

const text = z.string().max(700).optional().catch(undefined)
const plainText = z
  .string()
  .max(700)
  .refine((value) => !holdsToken(value.replace(/\s/g, '')))
  .optional()
  .catch(undefined)

/** `/trusts`: text filter, column to sort by (`-` in front: downwards), selected rows. */
export const TrustsSearch = z.object({
  q: text,
  sort: text,
  sel: z.string().max(4000).optional().catch(undefined),
})
export type TrustsSearch = z.infer<typeof TrustsSearch>

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
  ...Object.fromEntries(presets.flatMap(({ fieldKeys }) => fieldKeys.map((key) => [key, text]))),
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

export const TrustSearch = z.object({
  tab: z.enum(['overview', 'prove', 'access', 'code', 'activity']).default('overview').catch('overview'),
  /** `1` right after the trust was stored. */
  created: text,
  /** `1`: the form of a change is open, with these values in place of the stored ones. */
  change: text,
  issuer: text,
  subject: text,
  expression: z.string().max(limits.expressionLength).optional().catch(undefined),
  audience: text,
})

export type TrustSearch = z.infer<typeof TrustSearch>

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
