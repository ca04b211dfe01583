import { coveringName } from '../kernel/host-patterns.ts'
import { ownValue } from '../kernel/own-value.ts'
import type { World } from '../kernel/world.ts'
import { deletedClusterIssuer } from '../seed.ts'
import { brokenPlatforms } from './broken/broken-platforms.ts'
import { platforms } from './platform-list.ts'
import type { Platform } from './platform.ts'

const all: readonly Platform[] = [...platforms, ...brokenPlatforms]

/** Names that clients have used since before there was a catalogue. */
export const aliases: Readonly<Record<string, string>> = { cluster: 'aks' }

const byHost = new Map<string, Platform[]>()
for (const platform of all) {
  for (const host of platform.hosts) byHost.set(host, [...(byHost.get(host) ?? []), platform])
}

/** Host names, or `*.suffix` for one label, that outside issuers have here. */
export const catalogueHosts: ReadonlySet<string> = new Set(byHost.keys())

export function findPlatform(id: string): Platform | undefined {
  const wanted = ownValue(aliases, id) ?? id
  return all.find((platform) => platform.id === wanted)
}

export function isCatalogueHost(host: string): boolean {
  return coveringName(host, (name) => catalogueHosts.has(name)) !== undefined
}

/** Platforms that have this issuer, in the catalogue's order; several may share one. */
export function platformsOfIssuer(issuer: string, world: World): Platform[] {
  if (!URL.canParse(issuer)) return []
  return platformsOfHost(new URL(issuer).hostname).filter(
    (platform) => platform.fieldsOfIssuer(issuer, world) !== undefined,
  )
}

/** Issuer whose discovery document lies in `folder` (`''` or `/path`) of a host. */
export function issuerInFolder(
  host: string,
  folder: string,
  world: World,
): { platform: Platform; issuer: string } | undefined {
  const base = `https://${host}${folder}`
  const kept = world.store.genericIssuers.get(`${base}/.well-known/openid-configuration`)?.issuer
  const candidates = [...(kept === undefined ? [] : [kept]), base, `${base}/`]
  if (candidates.includes(deletedClusterIssuer)) return undefined
  for (const platform of platformsOfHost(host)) {
    const issuer = candidates.find((each) => platform.fieldsOfIssuer(each, world) !== undefined)
    if (issuer !== undefined) return { platform, issuer }
  }
  return undefined
}

/** Issuer whose public keys lie at an address. */
export function issuerOfKeys(
  address: string,
  world: World,
): { platform: Platform; issuer: string } | undefined {
  const { hostname } = new URL(address)
  for (const platform of platformsOfHost(hostname)) {
    const [base, slashed] = candidatesOf(platform, address)
    for (const issuer of [base, slashed]) {
      if (issuer === undefined || platform.keysAddress(issuer) !== address) continue
      if (platform.fieldsOfIssuer(issuer, world) !== undefined) return { platform, issuer }
    }
  }
  return undefined
}

function candidatesOf(platform: Platform, address: string): (string | undefined)[] {
  const standard = platform.keysAddress(platform.standardIssuer)
  if (standard === address) return [platform.standardIssuer]
  const ending = standard.slice(platform.standardIssuer.replace(/\/$/, '').length)
  if (!address.endsWith(ending)) return []
  const base = address.slice(0, -ending.length)
  return [base, `${base}/`]
}

function platformsOfHost(host: string): readonly Platform[] {
  const name = coveringName(host, (each) => catalogueHosts.has(each))
  return name === undefined ? [] : (byHost.get(name) ?? [])
}
