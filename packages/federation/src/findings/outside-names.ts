import { platformOfIssuer } from '../diagnosis/platform-of.ts'
import { hostOf } from '../presets/issuer-host.ts'
import type { FindingTrust } from './facts/inventory.ts'
import { namedWorkloadOf } from './named-workload.ts'
import { remember } from './once.ts'
import { isSharedIssuer } from './shared-issuers.ts'

/** What the rules would ask of the world outside of Azure; those that most trusts name first. */
export interface OutsideNames {
  /** Issuers to be probed: all but those that every customer of a platform shares, and those without https. */
  readonly issuers: readonly string[]
  /** `owner/repository` at github.com, in small letters. */
  readonly repositories: readonly string[]
}

export function outsideNames(trusts: readonly FindingTrust[]): OutsideNames {
  const platformOf = remember(platformOfIssuer)
  const issuers = new Map<string, number>()
  const repositories = new Map<string, number>()
  const add = (to: Map<string, number>, name: string) => to.set(name, (to.get(name) ?? 0) + 1)
  for (const trust of trusts) {
    const { issuer } = trust
    const platform = platformOf(issuer)
    if (/^https:/i.test(issuer) && !isSharedIssuer(issuer, platform)) add(issuers, issuer)
    const workload = namedWorkloadOf(trust, platform)
    if (workload?.platform !== 'GitHub' || workload.name === null) continue
    if (hostOf(issuer.trim()) === 'token.actions.githubusercontent.com') {
      add(repositories, workload.name.toLowerCase())
    }
  }
  return { issuers: mostFirst(issuers), repositories: mostFirst(repositories) }
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name)
}
