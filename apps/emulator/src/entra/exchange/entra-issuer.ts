import { ownValue } from '../../kernel/own-value.ts'
import type { World } from '../../kernel/world.ts'

const hosts: Record<string, 'public' | 'other'> = {
  'login.microsoftonline.com': 'public',
  'login.windows.net': 'public',
  'login.microsoft.com': 'public',
  'login.microsoftonline.us': 'other',
  'login.partner.microsoftonline.cn': 'other',
  'login.chinacloudapi.cn': 'other',
}

/** What an issuer of Entra's own says. */
export interface EntraIssuer {
  tenantId: string
  version: 1 | 2
  /** Clouds do not mix. */
  cloud: 'public' | 'other'
}

/**
 * Reads an issuer of Entra's; undefined for any other. The emulator's own origin counts as the public cloud, since that is
 * what its discovery names.
 */
export function readEntraIssuer(issuer: string, { settings }: World): EntraIssuer | undefined {
  const [, host = '', tenantId = '', rest] = /^https:\/\/([^/]+)\/([^/]+)(\/v2\.0|\/)$/.exec(issuer) ?? []
  if (host === 'sts.windows.net') return rest === '/' ? { tenantId, version: 1, cloud: 'public' } : undefined
  const cloud = host === new URL(settings.httpsOrigin).host ? 'public' : ownValue(hosts, host)
  return cloud !== undefined && rest === '/v2.0' ? { tenantId, version: 2, cloud } : undefined
}

/** Letter by letter, but Entra under its own name and under the emulator's is one issuer. */
export function sameIssuer(stored: string, presented: string, world: World): boolean {
  if (stored === presented) return true
  const a = readEntraIssuer(stored, world)
  const b = readEntraIssuer(presented, world)
  if (!a || !b) return false
  return a.tenantId === b.tenantId && a.version === b.version && a.cloud === 'public' && b.cloud === 'public'
}
