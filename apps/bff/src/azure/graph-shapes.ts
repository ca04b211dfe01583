import type { Application } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { applicationTrustId } from '../domain/resource-ids.ts'
import { PortalError } from '../errors.ts'
import type { StoredCredential } from '../ports.ts'

/** https://learn.microsoft.com/graph/api/resources/application */
export const GraphApplication = z.looseObject({
  id: z.string(),
  appId: z.string(),
  displayName: z.string().nullish(),
  signInAudience: z.string().nullish(),
  createdDateTime: z.string().nullish(),
})

/** What `toApplication` reads. */
export const applicationFields = 'id,appId,displayName,signInAudience,createdDateTime'

export function toApplication(raw: z.output<typeof GraphApplication>): Application {
  return {
    appId: raw.appId,
    objectId: raw.id,
    displayName: raw.displayName ?? raw.appId,
    signInAudience: raw.signInAudience ?? null,
    createdAt: raw.createdDateTime ?? null,
  }
}

/** Whatever was stored. https://learn.microsoft.com/graph/api/resources/federatedidentitycredential?view=graph-rest-beta */
export const GraphCredential = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  issuer: z.string().nullish(),
  subject: z.string().nullish(),
  audiences: z.array(z.string()).nullish(),
  description: z.string().nullish(),
  claimsMatchingExpression: z.looseObject({ value: z.string().nullish() }).nullish(),
})

export function toStored(raw: z.output<typeof GraphCredential>, appId: string): StoredCredential {
  const name = raw.name ?? raw.id
  return {
    id: applicationTrustId(appId, name),
    name,
    issuer: raw.issuer ?? '',
    subject: raw.subject ?? null,
    audiences: raw.audiences ?? [],
    credentialId: raw.id,
    description: raw.description ?? null,
    expression: raw.claimsMatchingExpression?.value ?? null,
  }
}

const Page = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.count': z.int().optional(),
  '@odata.nextLink': z.string().optional(),
})

export interface GraphPage<T> {
  readonly items: readonly T[]
  readonly total: number | null
  /** The opaque token of the next page; null at the end. */
  readonly nextCursor: string | null
}

/** Throws UPSTREAM_FAILED where the body is not what Graph documents. */
export function readShape<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw new PortalError('UPSTREAM_FAILED', {
    detail: 'Microsoft Graph sent an answer of an unknown shape, so nothing can be concluded from it.',
    cause: parsed.error,
  })
}

/** https://learn.microsoft.com/graph/paging */
export function readPageOf<S extends z.ZodType>(shape: S, body: unknown): GraphPage<z.output<S>> {
  const page = readShape(Page, body)
  return {
    items: page.value.map((item) => readShape(shape, item)),
    total: page['@odata.count'] ?? null,
    nextCursor: cursorOf(page['@odata.nextLink']),
  }
}

/** Only the token of the address is kept: the query is built anew, so no address of an answer or a browser is followed. */
function cursorOf(nextLink: string | undefined): string | null {
  if (nextLink === undefined) return null
  const parameters = URL.canParse(nextLink) ? [...new URL(nextLink).searchParams] : []
  const token = parameters.find(([name]) => name.toLowerCase() === '$skiptoken')?.[1]
  if (token !== undefined) return token
  throw new PortalError('UPSTREAM_FAILED', {
    detail: 'Microsoft Graph named a next page without saying how to ask for it, so the list is incomplete.',
    cause: new Error('an @odata.nextLink without $skiptoken'),
  })
}
