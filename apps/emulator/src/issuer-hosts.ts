import { catalogueHosts } from './issuers/catalogue.ts'
import { platforms } from './issuers/platform-list.ts'
import type { World } from './kernel/world.ts'
import { brokenIssuers } from './seed-broken-issuers.ts'
import { clusterIssuer } from './seed.ts'

const broken = Object.values(brokenIssuers)

/** Names that the https port has certificates for: not those of the listeners with broken TLS. */
export const certificateHosts: ReadonlySet<string> = new Set(
  [...catalogueHosts].filter((name) => !broken.some(({ host, where }) => host === name && where !== 'https')),
)

/** Where every outside issuer is found, as `Settings.issuerResolve` wants it. */
export function resolveTable(ports: { https: number; tls: number; plain: number }): Record<string, string> {
  const here = (port: number) => `127.0.0.1:${port}`
  return Object.fromEntries([
    ...[...catalogueHosts].map((name) => [name, here(ports.https)] as const),
    ...broken.map(({ host, where }) => [host, here(ports[where])] as const),
  ])
}

/**
 * `ISSUER_RESOLVE` for programs that know exact names only: every issuer of the catalogue, the seeded ones and the
 * clusters that ARM holds, as `host=address:port` separated by commas.
 */
export function issuerResolveText(world: World): string {
  const { issuerResolve } = world.settings
  const clusters = world.store.resources.by('type', 'microsoft.containerservice/managedclusters')
  const issuers = [
    clusterIssuer,
    ...platforms.map(({ standardIssuer }) => standardIssuer),
    ...clusters.flatMap(({ properties }) => issuerOf(properties)),
  ]
  const exact = Object.keys(issuerResolve).filter((name) => !name.startsWith('*'))
  const hosts = new Set([...exact, ...issuers.map((issuer) => new URL(issuer).hostname)])
  return [...hosts]
    .flatMap((host) => {
      const target = issuerResolve[host] ?? issuerResolve[`*${host.slice(host.indexOf('.'))}`]
      return target === undefined ? [] : [`${host}=${target}`]
    })
    .join(',')
}

function issuerOf(properties: Record<string, unknown>): string[] {
  const profile = properties.oidcIssuerProfile
  if (typeof profile !== 'object' || profile === null || !('issuerURL' in profile)) return []
  return typeof profile.issuerURL === 'string' ? [profile.issuerURL] : []
}

/** Ports of the listeners with broken TLS; undefined where `ISSUER_RESOLVE` sends their hosts elsewhere. */
export function brokenPorts({ settings }: World): { brokenTls?: number; brokenPlain?: number } {
  const tls = portOf(settings.issuerResolve[brokenIssuers.selfSigned.host])
  const plain = portOf(settings.issuerResolve[brokenIssuers.noTls.host])
  return { ...(tls ? { brokenTls: tls } : {}), ...(plain ? { brokenPlain: plain } : {}) }
}

function portOf(target: string | undefined): number | undefined {
  return target === undefined ? undefined : Number(target.slice(target.lastIndexOf(':') + 1))
}
