import type { InventoryPage, InventoryScan } from '@trustwright/shared-schemas'
import type { SignedInBrowser, TestApp } from './build-test-app.ts'
import { ended, readWhole, startPass } from './inventory-steps.ts'
import { noFindings } from './no-findings.ts'
import { startPortalWorld, type PortalWorld } from './portal-world.ts'
import type { TestEmulator } from './start-emulator.ts'

/** Faster than any limit, where pace is not what is tested. */
export const quickly = {
  INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: '1000',
  INVENTORY_LISTS_PER_SECOND_PER_TENANT: '1000',
}

export interface InventoryWorld extends PortalWorld {
  /** Speaks to the emulator's own controls. */
  readonly control: (method: string, path: string, body?: object) => Promise<unknown>
  /** Adds a fault; the function takes it back. */
  readonly fault: (rule: object) => Promise<() => Promise<void>>
  /** Keys of every trust by the emulator's own export. */
  readonly exported: () => Promise<string[]>
}

/** The portal over the emulator, as quick as it can, with nobody who judges what it reads. */
export async function startInventoryWorld(
  environment: Readonly<Record<string, string>> = quickly,
): Promise<InventoryWorld> {
  const world = await startPortalWorld({ environment, overrides: { findings: noFindings() } })
  const control = controlOf(world.emulator)
  return {
    ...world,
    control,
    fault: async (rule) => {
      const { id } = (await control('POST', 'faults', rule)) as { id: string }
      return async () => {
        // A rule for the next few requests is gone with the last of them.
        await control('DELETE', `faults/${id}`).catch(() => undefined)
      }
    },
    exported: async () => {
      const { trusts } = (await control('GET', 'export')) as {
        trusts: { id: string; name: string; parent: { kind: string; appId?: string } }[]
      }
      return trusts
        .map(({ id, name, parent }) =>
          parent.kind === 'application'
            ? `/applications/${parent.appId}/federatedidentitycredentials/${name}`.toLowerCase()
            : id.toLowerCase(),
        )
        .toSorted()
    },
  }
}

export function controlOf({ browserOrigin }: TestEmulator): InventoryWorld['control'] {
  return async (method, path, body) => {
    const answer = await fetch(`${browserOrigin}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? null : answer.json()
  }
}

/** One run from its start to its end, and what the inventory holds then. */
export async function wholePass(
  browser: SignedInBrowser,
): Promise<{ scan: InventoryScan } & Pick<InventoryPage, 'rows' | 'parents' | 'unreadable' | 'nextAfter'>> {
  await startPass(browser)
  const scan = await ended(browser, 30_000)
  return { scan, ...(await readWhole(browser)) }
}

export function keysOf({ rows }: Pick<InventoryPage, 'rows'>): string[] {
  return rows.map(({ key }) => key).toSorted()
}

/** The address of a portal that listens, for what a stream needs. */
export async function originOf({ app }: TestApp): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' })
}
