import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'

/** Speaks to the emulator's own controls. */
export async function control(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${process.env.E2E_EMULATOR ?? ''}/_emulator/${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.status === 204 ? null : response.json()
}

interface Exported {
  readonly id: string
  readonly name: string
  readonly parent: { readonly kind: string; readonly appId?: string }
}

/** Keys of every trust that there is, as the emulator itself tells. */
export async function keysThere(): Promise<string[]> {
  // The emulator's own words, of which only these are read.
  const { trusts } = (await control('GET', 'export')) as { trusts: readonly Exported[] }
  return trusts
    .map(({ id, name, parent }) =>
      parent.kind === 'application'
        ? `/applications/${parent.appId}/federatedidentitycredentials/${name}`.toLowerCase()
        : id.toLowerCase(),
    )
    .toSorted()
}

/** What is read here of the portal's own answer, which it checked against its schema. */
interface HeldPage {
  readonly rows: readonly { readonly key: string }[]
  readonly hasMore: boolean
  readonly nextAfter: string
}

/** Keys of every trust that the portal holds of the person's. */
export async function keysHeld(page: Page): Promise<string[]> {
  const keys: string[] = []
  for (let after = ''; ;) {
    const address = `/api/inventory/rows?limit=5000&after=${encodeURIComponent(after)}`
    const held = (await askPortal(page, 'GET', address)).body as HeldPage
    keys.push(...held.rows.map(({ key }) => key))
    if (!held.hasMore) return keys.toSorted()
    after = held.nextAfter
  }
}

/** Identities that the emulator was asked for their trusts, each as often as it was, of its last thousand answers. */
export async function identitiesAsked(): Promise<string[]> {
  // The emulator's own words, of which only these are read.
  const { value } = (await control('GET', 'requests?limit=1000')) as {
    value: readonly { operation?: string; path: string }[]
  }
  return value.filter(({ operation }) => operation === 'arm/list-credentials').map(({ path }) => path)
}
