import type { FindingInventory, FindingParent, FindingTrust } from '../facts/inventory.ts'
import { answerSheet } from './answer-sheet.ts'
import type { PlantedParent } from './plant-parent.ts'
import type { PlantedClaims } from './planted.ts'
import type { PlantedUse } from './planted-uses.ts'

/** Collects rows and answers. */
export class Tenant {
  readonly trusts: FindingTrust[] = []
  readonly parents: FindingParent[] = []
  readonly sheet = answerSheet()
  readonly #issuers = new Map<string, FindingInventory['issuers'][number]>()
  readonly #repositories = new Map<string, FindingInventory['repositories'][number]>()
  readonly #hasIssuers: boolean

  constructor(hasIssuers: boolean) {
    this.#hasIssuers = hasIssuers
  }

  addParent(planted: PlantedParent): void {
    this.parents.push(planted.parent)
    this.sheet.ofParent(planted)
  }

  add(planted: PlantedParent, claims: PlantedClaims, use: PlantedUse): void {
    const key = `trust-${this.trusts.length}`
    const { issuer, subject, repository, probe } = claims
    this.trusts.push({
      key,
      parentKey: planted.parent.key,
      name: claims.name ?? `trust-${this.trusts.length}`,
      issuer,
      subject,
      expression: claims.expression ?? null,
      audiences: claims.audiences ?? ['api://AzureADTokenExchange'],
      createdAt: use.createdAt,
      lastUse: use.lastUse,
    })
    if (probe !== undefined) this.#issuers.set(issuer, { issuer, probe })
    if (repository !== undefined) this.#repositories.set(repository.name, repository)
    this.sheet.ofTrust(key, planted, claims, use, this.#hasIssuers)
  }

  inventory(): FindingInventory {
    return {
      cloud: 'public',
      tenantId: '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
      trusts: this.trusts,
      parents: this.parents,
      issuers: [...this.#issuers.values()],
      repositories: [...this.#repositories.values()],
    }
  }
}
