import { known } from '../facts/fact.ts'
import type { FindingInventory, FindingParent, FindingTrust, RepositoryFacts } from '../facts/inventory.ts'
import { findTrustFindings, type JudgedInventory } from '../find-trust-findings.ts'
import type { Finding } from '../finding.ts'
import type { FindingRuleId } from '../rule-ids.ts'
import type { FindingSettings } from '../settings.ts'
import { now } from './planted-uses.ts'

/** A right trust of a right identity, about which everything is known. */
export const rightTrust: FindingTrust = {
  key: 'trust-1',
  parentKey: 'parent-1',
  name: 'github-production',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org@1/shop@2:environment:production',
  expression: null,
  audiences: ['api://AzureADTokenExchange'],
  createdAt: known('2025-01-01T00:00:00Z'),
  lastUse: known({ state: 'used', at: '2026-11-21T00:00:00Z' }),
}

export const rightParent: FindingParent = {
  key: 'parent-1',
  kind: 'managedIdentity',
  displayName: 'id-shop',
  resourceId:
    '/subscriptions/s/resourceGroups/rg-shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop',
  region: 'westeurope',
  allTrustsRead: true,
  tags: known({ owner: 'shop' }),
  owners: known([]),
  isAksManaged: known(false),
  roles: known([]),
  appRoles: known([]),
  directoryRoles: known([]),
  azurePolicies: known([]),
}

const rightRepository: RepositoryFacts = {
  repositoryStatus: 200,
  canonicalRepository: 'octo-org/shop',
  repositoryOwnerId: '1',
  repositoryId: '2',
  environments: ['production'],
  seesPrivate: true,
}

export interface Change {
  readonly trust?: Partial<FindingTrust>
  readonly parent?: Partial<FindingParent>
  /** Further trusts of the same parent. */
  readonly siblings?: readonly Partial<FindingTrust>[]
  /** Of the repository octo-org/shop. */
  readonly repository?: RepositoryFacts
  readonly inventory?: Partial<FindingInventory>
  readonly settings?: FindingSettings
  readonly now?: string
}

/** The report about the right tenant with a change. */
export function reportOf(change: Change = {}): JudgedInventory {
  const siblings = (change.siblings ?? []).map((sibling, at) => ({
    ...rightTrust,
    key: `sibling-${at}`,
    name: `sibling-${at}`,
    ...sibling,
  }))
  const trust = { ...rightTrust, ...change.trust }
  const inventory: FindingInventory = {
    trusts: [trust, ...siblings],
    parents: [{ ...rightParent, ...change.parent }],
    issuers: [{ issuer: trust.issuer, probe: known({ status: 200, document: {}, keyFacts: [] }) }],
    repositories: [{ name: 'octo-org/shop', facts: known({ ...rightRepository, ...change.repository }) }],
    ...change.inventory,
  }
  return findTrustFindings(inventory, change.settings ?? { allowedIssuers: ['*'] }, change.now ?? now)
}

/** `rule severity` of what is said about the first trust and its parent. */
export function saidOf(change: Change = {}): readonly string[] {
  return reportOf(change)
    .findings.filter(({ trustKey }) => trustKey === null || trustKey === rightTrust.key)
    .map(({ rule, severity }) => `${rule} ${severity}`)
}

export function findingOf(rule: FindingRuleId, change: Change): Finding {
  const found = reportOf(change).findings.find((finding) => finding.rule === rule)
  if (found === undefined) throw new Error(`Nothing of ${rule} was found.`)
  return found
}

/** `rule reason` of what could not be judged. */
export function gapsOf(change: Change): readonly string[] {
  return reportOf(change).notJudged.map(({ rule, reason }) => `${rule} ${reason}`)
}
