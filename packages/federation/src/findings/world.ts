import { limits } from '@trustwright/shared-schemas'
import type { Cause } from '../diagnosis/cause.ts'
import { startOf } from '../diagnosis/draft-view.ts'
import type { ProbeAnswer } from '../diagnosis/probe-view.ts'
import { type KnownPlatform, platformOfIssuer } from '../diagnosis/platform-of.ts'
import { hostOf } from '../presets/issuer-host.ts'
import { type Fact, unknown } from './facts/fact.ts'
import type { FindingInventory, FindingParent, FindingTrust, RepositoryFacts } from './facts/inventory.ts'
import { fitsOne } from './fits-one.ts'
import { probeCausesOf } from './probe-causes.ts'
import { once, remember } from './once.ts'
import { spreadOf } from './spread.ts'
import { type FindingSettings, numbersOf } from './settings.ts'
import { type TwinGroup, twinGroupsOf } from './twins.ts'

/** The inventory with its indexes: each is built once, so that the work grows with the number of rows alone. */
export interface FindingWorld {
  readonly inventory: FindingInventory
  readonly settings: FindingSettings
  readonly numbers: ReturnType<typeof numbersOf>
  /** Milliseconds since 1970. */
  readonly now: number
  /** Each once, also those without trusts. */
  readonly parents: readonly FindingParent[]
  /** Each once. */
  readonly trusts: readonly FindingTrust[]
  readonly hostOf: (issuer: string) => string
  readonly platformOf: (issuer: string) => KnownPlatform | null
  readonly parentOf: (key: string) => FindingParent | null
  readonly trustsOf: (parentKey: string) => readonly FindingTrust[]
  readonly probeOf: (issuer: string) => Fact<ProbeAnswer>
  /** Why nothing that the issuer published lets a token match. */
  readonly probeCausesOf: (issuer: string) => readonly Cause[]
  readonly repositoryOf: (name: string | null, host: string) => Fact<RepositoryFacts> | null
  /** How many parents have a trust with these claims. */
  readonly parentsWith: (trust: FindingTrust) => number
  readonly twinsOf: (trust: FindingTrust) => TwinGroup | null
  readonly isAllowedIssuer: (issuer: string) => boolean
  readonly isKnownIssuer: (issuer: string) => boolean
}

/** Throws a RangeError when `now` is no time. */
export function worldOf(inventory: FindingInventory, settings: FindingSettings, now: string): FindingWorld {
  const milliseconds = Date.parse(now)
  if (Number.isNaN(milliseconds)) throw new RangeError(`${JSON.stringify(now)} is no time.`)
  const trusts = [...byKey(inventory.trusts).values()].map(bounded)
  const parents = byKey(inventory.parents)
  const probes = new Map(inventory.issuers.map(({ issuer, probe }) => [issuer, probe]))
  const repositories = new Map(inventory.repositories.map(({ name, facts }) => [name.toLowerCase(), facts]))
  const ofParent = once(() => Map.groupBy(trusts, ({ parentKey }) => parentKey))
  const spread = once(() => spreadOf(trusts))
  const twins: () => ReadonlyMap<string, TwinGroup> = once(() => twinGroupsOf(trusts, world))
  const probeOf = (issuer: string) => probes.get(issuer) ?? unknown('not-read')
  const world: FindingWorld = {
    inventory,
    settings,
    numbers: numbersOf(settings),
    now: milliseconds,
    parents: [...parents.values()],
    trusts,
    hostOf: remember((issuer) => hostOf(issuer.slice(0, 2_400).trim())),
    platformOf: remember(platformOfIssuer),
    parentOf: (key) => parents.get(key) ?? null,
    trustsOf: (parentKey) => ofParent().get(parentKey) ?? [],
    probeOf,
    probeCausesOf: remember((issuer) => probeCausesOf(issuer, probeOf(issuer))),
    repositoryOf: (name, host) =>
      name === null || host !== 'token.actions.githubusercontent.com'
        ? null
        : (repositories.get(name.toLowerCase()) ?? unknown('not-read')),
    parentsWith: (trust) => spread()(trust),
    twinsOf: ({ key }) => twins().get(key) ?? null,
    isAllowedIssuer: remember((issuer) => fitsOne(issuer, settings.allowedIssuers)),
    isKnownIssuer: remember((issuer) => fitsOne(issuer, settings.knownIssuers)),
  }
  return world
}

/** Azure stores 600 characters, so that nothing right is cut; the time that rules take is bounded by it. */
function bounded(trust: FindingTrust): FindingTrust {
  const { name, issuer, subject, expression, audiences } = trust
  const most = 2 * limits.expressionLength
  const texts = [name, issuer, subject ?? '', expression ?? '', ...audiences]
  if (audiences.length <= 20 && texts.every((text) => text.length <= most)) return trust
  return {
    ...trust,
    name: startOf(name),
    issuer: startOf(issuer),
    subject: subject === null ? null : startOf(subject),
    expression: expression === null ? null : expression.slice(0, most),
    audiences: audiences.slice(0, 20).map(startOf),
  }
}

/** The first row of each key: pages that repeat bring a row twice. */
function byKey<T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const row of rows) if (!found.has(row.key)) found.set(row.key, row)
  return found
}
