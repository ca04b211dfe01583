import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { automationClient, subscriptions } from '../../src/seed.ts'
import { startTestEmulator, type TestEmulator } from '../../src/testing/start-test-emulator.ts'
import type { Reality } from '../../src/kernel/reality.ts'
import { readEnvironment, type LiveSettings } from './environment.ts'
import { assignOwner } from './assign-owner.ts'

/** What the judges aim at: an emulator of their own, or a real tenant (`LIVE=1`). */
export interface Target {
  tenantId: string
  /** Where the judges write. */
  subscriptionId: string
  location: string
  /** Without a trailing slash; clients add the tenant. */
  authorityHost: string
  arm: string
  graph: string
  /** Owner of the subscription, with `Application.ReadWrite.All` in the directory. */
  automation: { clientId: string; clientSecret: string }
  /** Name of a resource group for one file of judges, who make and delete it. */
  groupName: (judge: string) => string
  /** Undefined for a real tenant: what needs it prints `not run`. */
  emulator: TestEmulator | undefined
  close: () => Promise<void>
}

/** Opens the target for one test file. Every client in this process then trusts the emulator's CA. */
export async function openTarget(reality: Partial<Reality> = {}): Promise<Target> {
  const { live } = readEnvironment()
  return live === undefined ? openEmulator(reality) : openTenant(live)
}

async function openEmulator(reality: Partial<Reality>): Promise<Target> {
  const emulator = await startTestEmulator({ reality })
  setDefaultCACertificates([...getCACertificates('default'), emulator.caPem])
  const { subscriptionId } = subscriptions.development
  await assignOwner(emulator, `/subscriptions/${subscriptionId}`, automationClient.servicePrincipalId)
  const { httpsOrigin, world } = emulator
  return {
    tenantId: world.settings.tenantId,
    subscriptionId,
    location: 'westeurope',
    authorityHost: httpsOrigin,
    arm: httpsOrigin,
    graph: httpsOrigin,
    automation: automationClient,
    groupName: (judge) => `rg-judge-${judge}`,
    emulator,
    close: emulator.close,
  }
}

function openTenant(live: LiveSettings): Target {
  const { tenantId, subscriptionId, location, clientId, clientSecret, resourceGroup } = live
  return {
    tenantId,
    subscriptionId,
    location,
    authorityHost: 'https://login.microsoftonline.com',
    arm: 'https://management.azure.com',
    graph: 'https://graph.microsoft.com',
    automation: { clientId, clientSecret },
    groupName: (judge) => `${resourceGroup}-${judge}`,
    emulator: undefined,
    close: async () => undefined,
  }
}
