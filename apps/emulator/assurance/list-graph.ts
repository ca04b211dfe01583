import { z } from 'zod'
import { automationClient, tenantId } from '../src/seed.ts'

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() })

/** What one whole listing of a collection took. */
export interface Listing {
  rows: number
  pages: number
  /** From the first request to the last page. */
  ms: number
  /** Answers that said to come back later. */
  throttled: number
}

type Collection = 'applications' | 'servicePrincipals'

/** Reads everything that has a federated identity credential, in pages of 999, as a fast inventory does. */
export async function listGraph(origin: string): Promise<Record<Collection, Listing>> {
  const token = await tokenOf(origin)
  return {
    applications: await list(origin, token, 'applications'),
    servicePrincipals: await list(origin, token, 'servicePrincipals'),
  }
}

async function list(origin: string, token: string, collection: Collection): Promise<Listing> {
  const startedAt = performance.now()
  const counts = { rows: 0, pages: 0, throttled: 0 }
  let next: string | undefined = firstPage(origin, collection)
  while (next !== undefined) {
    const response = await fetch(next, {
      headers: { authorization: `Bearer ${token}`, consistencylevel: 'eventual' },
    })
    if (response.status === 429) {
      counts.throttled += 1
      await response.text()
      const seconds = Number(response.headers.get('retry-after') ?? 1)
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      continue
    }
    if (!response.ok) throw new Error(`${next} was answered ${response.status}: ${await response.text()}`)
    const read = page.parse(await response.json())
    counts.rows += read.value.length
    counts.pages += 1
    next = read['@odata.nextLink']
  }
  return { ...counts, ms: performance.now() - startedAt }
}

function firstPage(origin: string, collection: Collection): string {
  const query = new URLSearchParams({
    $count: 'true',
    $top: '999',
    $filter: 'federatedIdentityCredentials/$count ne 0',
    $expand: 'federatedIdentityCredentials',
    $select: 'id,appId,displayName',
  })
  return `${origin}/beta/${collection}?${query.toString()}`
}

async function tokenOf(origin: string): Promise<string> {
  const reply = await fetch(`${origin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: automationClient.clientId,
      client_secret: automationClient.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  return z.object({ access_token: z.string() }).parse(await reply.json()).access_token
}
