import { presets } from '@trustwright/federation'
import * as z from 'zod'
import { readableQuery } from './paths.ts'

const text = z.string().max(700).optional().catch(undefined)

/** `/trusts`: text filter, column to sort by (`-` in front: downwards), selected rows. */
export const TrustsSearch = z.object({
  q: text,
  sort: text,
  sel: z.string().max(4000).optional().catch(undefined),
})
export type TrustsSearch = z.infer<typeof TrustsSearch>

export const IdentitiesSearch = z.object({ subscription: text, q: text })

/** `returnTo`: the page that asked for a new identity, to go back to with it. */
export const IdentityCreateSearch = z.object({
  subscription: text,
  group: text,
  location: text,
  returnTo: text,
})

/** `made`: names of the trusts that a form just stored, parted by commas. */
export const IdentitySearch = z.object({ deleted: text, created: text, made: text })

/** A prefill link for the form of a new trust, with the fields of any preset; never a token. */
export const TrustCreateSearch = z.object({
  subscription: text,
  group: text,
  identity: text,
  preset: text,
  name: text,
  audience: text,
  ...Object.fromEntries(presets.flatMap(({ fieldKeys }) => fieldKeys.map((key) => [key, text]))),
})
export type TrustCreateSearch = z.infer<typeof TrustCreateSearch>

export const TrustSearch = z.object({
  tab: z.enum(['overview', 'prove', 'code', 'activity']).default('overview').catch('overview'),
  /** `1` right after the trust was stored. */
  created: text,
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
