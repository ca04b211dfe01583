import { knownFact, unknownFact } from '@trustwright/federation'
import type { StoredParent, StoredTrust } from '../domain/inventory-rows.ts'
import type { ReadParent } from '../features/inventory/store/fold-versions.ts'
import type { ScanProgress } from '../features/inventory/store/scan-progress.ts'
import { noCounts } from '../features/inventory/store/scan-counts.ts'

/** An application as a run stores it. */
export function storedParent(number: number, changes: Partial<StoredParent> = {}): StoredParent {
  const appId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  return {
    key: `/applications/${appId}`,
    parent: { kind: 'application', appId },
    displayName: `App ${number}`,
    clientId: appId,
    objectId: null,
    principalId: null,
    resourceId: null,
    subscriptionName: '',
    location: '',
    allTrustsRead: true,
    tags: unknownFact('not-told'),
    owners: unknownFact('not-read'),
    isAksManaged: knownFact(false),
    roles: unknownFact('not-read'),
    appRoles: unknownFact('not-read'),
    directoryRoles: unknownFact('not-read'),
    lastSignInAt: unknownFact('not-read'),
    ...changes,
  }
}

export function storedTrust({ parent, key }: StoredParent, number: number, subject?: string): StoredTrust {
  const name = `trust-${number}`
  return {
    parent,
    credential: {
      id: `${key}/federatedIdentityCredentials/${name}`,
      name,
      issuer: 'https://token.actions.githubusercontent.com',
      subject: subject ?? `repo:contoso/${key.slice(-6)}:environment:env-${number}`,
      audiences: ['api://AzureADTokenExchange'],
    },
  }
}

export function manyParents(parents: number, trustsEach: number): ReadParent[] {
  return Array.from({ length: parents }, (_, index) => {
    const parent = storedParent(index + 1)
    const trusts = Array.from({ length: trustsEach }, (__, trust) => storedTrust(parent, trust + 1))
    return { parent, trusts }
  })
}

export const noProgress: ScanProgress = {
  ...noCounts,
  state: 'running',
  waitingFor: null,
  waitingUntil: null,
  requests: { graph: 0, arm: 0, resourceGraph: 0 },
  leastRequests: null,
  perSecond: null,
  secondsLeft: null,
}
