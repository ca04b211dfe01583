import { checkGithubFacts, checkTrust } from '../diagnosis/check-trust.ts'
import type { KnownPlatform } from '../diagnosis/platform-of.ts'
import type { Cause } from '../diagnosis/cause.ts'
import { aksIdentityBindingHost } from '../presets/issuer-facts.ts'
import { recognise } from '../recognise.ts'
import type { Recognised } from '../model/preset.ts'
import type { Fact } from './facts/fact.ts'
import type { ProbeAnswer } from '../diagnosis/probe-view.ts'
import type { FindingParent, FindingTrust, RepositoryFacts } from './facts/inventory.ts'
import { type NamedWorkload, namedWorkloadOf } from './named-workload.ts'
import { once } from './once.ts'
import { isPlainlyRight } from './plainly-right.ts'
import type { FindingWorld } from './world.ts'

/** A trust with what its rules need. Whatever costs time is computed once, when the first rule asks. */
export interface TrustCase {
  readonly trust: FindingTrust
  /** Null where it was not read. */
  readonly parent: FindingParent | null
  readonly world: FindingWorld
  readonly host: string
  /** Null where the issuer could be anybody's. */
  readonly platform: KnownPlatform | null
  /** AKS makes and keeps the trust of an identity binding. https://learn.microsoft.com/azure/aks/identity-bindings-concepts */
  readonly isAksMade: boolean
  readonly workload: NamedWorkload | null
  /** Of its repository at github.com; null where it names none. */
  readonly repository: Fact<RepositoryFacts> | null
  readonly probe: Fact<ProbeAnswer>
  readonly causes: () => readonly Cause[]
  readonly recognised: () => Recognised | null
}

export function trustCaseOf(trust: FindingTrust, world: FindingWorld): TrustCase {
  const host = world.hostOf(trust.issuer)
  const platform = world.platformOf(trust.issuer)
  const workload = namedWorkloadOf(trust, platform)
  const repository = workload?.platform === 'GitHub' ? world.repositoryOf(workload.name, host) : null
  const parent = world.parentOf(trust.parentKey)
  return {
    trust,
    parent,
    world,
    host,
    platform,
    isAksMade: host === aksIdentityBindingHost || trust.name === 'aks-identity-binding',
    workload,
    repository,
    probe: world.probeOf(trust.issuer),
    causes: once(() => causesOf(trust, parent, repository, world)),
    recognised: once(() => recognise(trust, world.inventory.cloud)),
  }
}

/** Siblings and the name are left out: rules of their own compare them, in time that grows with their number alone. */
function causesOf(
  { issuer, subject, expression, audiences }: FindingTrust,
  parent: FindingParent | null,
  repository: Fact<RepositoryFacts> | null,
  { inventory: { cloud, tenantId } }: FindingWorld,
): readonly Cause[] {
  const isPlain = isPlainlyRight({ issuer, subject, expression, audiences }, cloud)
  if (isPlain && repository?.known !== true) return []
  const check = isPlain ? checkGithubFacts : checkTrust
  return check(
    { issuer, subject, audiences, claimsMatchingExpression: expression },
    {
      ...(cloud === undefined ? {} : { cloud }),
      ...(tenantId === undefined ? {} : { tenantId }),
      parentKind: parent?.kind,
      facts: repository?.known === true ? { github: repository.value } : {},
    },
  ).causes
}
