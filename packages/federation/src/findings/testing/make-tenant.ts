import type { FindingInventory } from '../facts/inventory.ts'
import type { FindingSettings } from '../settings.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import { deadOfGithub, rightOfGithub, wrongOfGithub } from './github-claims.ts'
import { deadOfOthers, rightOfOthers, wrongOfOthers } from './other-claims.ts'
import type { PlantedClaims } from './planted.ts'
import { plantParent } from './plant-parent.ts'
import { plantTwins } from './plant-twins.ts'
import { uses } from './planted-uses.ts'
import { type Random, randomOf } from './random.ts'
import { Tenant } from './tenant.ts'

/** A tenant, and what is wrong with it as its maker planted it, without asking any rule. */
export interface MadeTenant {
  readonly inventory: FindingInventory
  readonly settings: FindingSettings
  readonly sheet: AnswerSheet
}

const allowedIssuers = [
  'https://token.actions.githubusercontent.com*',
  'https://gitlab.com*',
  'https://*.oic.prod-aks.azure.com/*',
  'https://ghes-*.fabrikam.com/_services/token',
  'https://idp-*.octo-org.com',
  'https://idp-*.contoso.local',
  'http://idp-*.contoso.com',
]

/** At least `count` trusts. The same for the same seed. Tenants of an odd seed have decided about issuers. */
export function makeTenant(seed: number, count: number): MadeTenant {
  const random = randomOf(seed)
  const hasIssuers = seed % 2 === 1
  const settings: FindingSettings = {
    ...(hasIssuers ? { allowedIssuers } : {}),
    policies: [
      {
        id: 'workloads',
        title: 'Workloads of contoso alone',
        allowedOwners: ['Contoso'],
        forbiddenSubjects: ['system:serviceaccount:tmp:*'],
      },
    ],
  }
  const tenant = new Tenant(hasIssuers)
  while (tenant.trusts.length < count) {
    const planted = plantParent(random, tenant.parents.length)
    tenant.addParent(planted)
    for (let at = 0; at < planted.trustCount; at += 1) {
      tenant.add(planted, claimsOf(random, tenant.trusts.length), random.pick(uses))
    }
    if (random.below(6) === 0) plantTwins(tenant, random)
    if (random.below(40) === 0) shareOneSubject(tenant, random, 4 + random.below(3))
  }
  return { inventory: tenant.inventory(), settings, sheet: tenant.sheet }
}

function claimsOf(random: Random, n: number): PlantedClaims {
  const right = [rightOfGithub, rightOfOthers] as const
  const wrong = [wrongOfGithub, wrongOfOthers, deadOfGithub, deadOfOthers] as const
  const makers = random.below(3) > 0 ? random.pick([...right]) : random.pick([...wrong])
  const claims = random.pick(makers)(n + 1000)
  const isDead = makers === deadOfGithub || makers === deadOfOthers
  return isDead ? { ...claims, isDead, wrong: [...(claims.wrong ?? []), 'cannot-match'] } : claims
}

/** From five identities on it counts as spread. */
function shareOneSubject(tenant: Tenant, random: Random, count: number): void {
  const claims = rightOfOthers[0](900_000 + tenant.trusts.length)
  const wrong = count >= 5 ? (['shared-subject'] as const) : []
  for (let at = 0; at < count; at += 1) {
    const parent = plantParent(random, tenant.parents.length, 1)
    tenant.addParent(parent)
    tenant.add(parent, { ...claims, wrong }, random.pick(uses))
  }
}
