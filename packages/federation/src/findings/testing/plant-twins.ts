import { known } from '../facts/fact.ts'
import { rightOfGithub } from './github-claims.ts'
import { rightOfOthers } from './other-claims.ts'
import { plantParent } from './plant-parent.ts'
import type { PlantedClaims } from './planted.ts'
import { freshUse, recentUse } from './planted-uses.ts'
import type { Random } from './random.ts'
import type { Tenant } from './tenant.ts'

/** Two trusts of one parent that differ in a slash or in letter case. */
export function plantTwins(tenant: Tenant, random: Random): void {
  const parent = plantParent(random, tenant.parents.length, 2)
  tenant.addParent(parent)
  random.pick([slashTwins, usedTwins, unsureTwins, otherWorkloads])(tenant, parent)
}

type Planter = (tenant: Tenant, parent: ReturnType<typeof plantParent>) => void

const dead: Pick<PlantedClaims, 'isDead' | 'wrong'> = { isDead: true, wrong: ['dead-twin'] }

/** Tokens of GitHub have no slash, so that it is known which one is dead. */
const slashTwins: Planter = (tenant, parent) => {
  const right = rightOfGithub[0](700_000 + tenant.trusts.length)
  tenant.add(parent, right, freshUse)
  tenant.add(parent, { ...right, issuer: `${right.issuer}/`, ...dead }, freshUse)
}

/** Nothing but the sign-ins tells. */
const usedTwins: Planter = (tenant, parent) => {
  const right = ghesOf(700_000 + tenant.trusts.length)
  tenant.add(parent, { ...inCapitals(right), ...dead }, freshUse)
  tenant.add(parent, right, recentUse)
}

const unsureTwins: Planter = (tenant, parent) => {
  const right = ghesOf(700_000 + tenant.trusts.length)
  tenant.add(parent, { ...right, wrong: ['dead-twin'] }, freshUse)
  tenant.add(parent, { ...inCapitals(right), wrong: ['dead-twin'] }, freshUse)
}

/** A near miss: another account is another workload. */
const otherWorkloads: Planter = (tenant, parent) => {
  const right = rightOfOthers[0](700_000 + tenant.trusts.length)
  tenant.add(parent, right, freshUse)
  tenant.add(parent, { ...right, subject: `${right.subject ?? ''}2` }, freshUse)
}

/** A server of one's own: nothing tells how its branches are spelled. */
function ghesOf(n: number): PlantedClaims {
  return {
    issuer: `https://ghes-${n}.fabrikam.com/_services/token`,
    subject: `repo:contoso/api-${n}:ref:refs/heads/main`,
    probe: known({ status: 200, document: {}, keyFacts: [] }),
  }
}

function inCapitals(claims: PlantedClaims): PlantedClaims {
  return { ...claims, subject: claims.subject?.replace('heads/main', 'heads/Main') ?? null }
}
