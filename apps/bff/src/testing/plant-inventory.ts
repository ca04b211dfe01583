import { randomUUID } from 'node:crypto'
import { knownFact, unknownFact } from '@trustwright/federation'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inventoryScan, inventoryVersion } from '../db/schema-inventory.ts'
import { trustPrint, type StoredParent, type StoredTrust } from '../domain/inventory-rows.ts'

export const subscription = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
export const github = 'https://token.actions.githubusercontent.com'

export interface PlantedIdentity {
  readonly name: string
  readonly trusts: readonly { readonly name: string; readonly subject: string; readonly issuer?: string }[]
  readonly change?: Partial<StoredParent>
}

export const parentKeyOf = (name: string) =>
  `/subscriptions/${subscription}/resourcegroups/rg/providers/microsoft.managedidentity/userassignedidentities/${name}`

export const trustKeyOf = (parent: string, name: string) =>
  `${parentKeyOf(parent)}/federatedidentitycredentials/${name}`

/** An owner's inventory as one finished run left it; what an earlier one left is gone. */
export async function plantInventory(
  db: Database,
  owner: string,
  { tenantId, number, at }: { readonly tenantId: string; readonly number: number; readonly at: Date },
  identities: readonly PlantedIdentity[],
): Promise<void> {
  await db.delete(inventoryVersion).where(sql`owner = ${owner}`)
  await db.insert(inventoryScan).values({
    scanId: randomUUID(),
    tenantId,
    owner,
    ownerObjectId: owner,
    number,
    sessionId: '',
    processId: '',
    heartbeatAt: at,
    state: 'finished',
    startedAt: at,
    finishedAt: at,
  })
  const held = { owner, fingerprint: '', fromScan: number, untilScan: null, revision: number, readAt: at }
  for (const { name, trusts, change } of identities) {
    const parentKey = parentKeyOf(name)
    const body = parentOf(name, change)
    const rows = trusts.map((trust) => {
      const key = trustKeyOf(name, trust.name)
      const stored = trustOf(name, key, trust)
      return {
        ...held,
        kind: 'trust' as const,
        key,
        parentKey,
        fingerprint: trustPrint(stored),
        body: stored,
      }
    })
    await db
      .insert(inventoryVersion)
      .values([{ ...held, kind: 'parent' as const, key: parentKey, parentKey, body }, ...rows])
  }
}

const pathOf = (identityName: string) => ({
  kind: 'managedIdentity' as const,
  subscriptionId: subscription,
  resourceGroup: 'rg',
  identityName,
})

function parentOf(name: string, change: Partial<StoredParent> = {}): StoredParent {
  return {
    key: parentKeyOf(name),
    parent: pathOf(name),
    displayName: name,
    clientId: '',
    objectId: null,
    principalId: null,
    resourceId: parentKeyOf(name),
    subscriptionName: 'Development',
    location: 'westeurope',
    allTrustsRead: true,
    tags: knownFact({ owner: 'shop' }),
    owners: knownFact([]),
    isAksManaged: knownFact(false),
    roles: knownFact([]),
    appRoles: knownFact([]),
    directoryRoles: knownFact([]),
    lastSignInAt: unknownFact('not-allowed'),
    ...change,
  }
}

function trustOf(parent: string, id: string, trust: PlantedIdentity['trusts'][number]): StoredTrust {
  const { name, subject, issuer = github } = trust
  return {
    parent: pathOf(parent),
    credential: { id, name, issuer, subject, audiences: ['api://AzureADTokenExchange'] },
  }
}
