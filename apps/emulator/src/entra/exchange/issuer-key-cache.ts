import type { Store, World } from '../../kernel/world.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { fetchIssuerKeys, type RsaKey } from './issuer-keys.ts'

interface CachedKeys {
  at: number
  outcome: readonly RsaKey[] | EntraRefusal
}

/** A failure is asked about again after a minute at the latest (u). */
const failureCacheMs = 60_000

const caches = new WeakMap<Store, Map<string, CachedKeys>>()

/**
 * An issuer's keys as Entra has them: for `reality.issuerKeyCacheMs` a key that was rotated in is unknown to it, and one that
 * was rotated away still good.
 */
export async function cachedIssuerKeys(issuer: string, world: World): Promise<readonly RsaKey[]> {
  const cache = caches.get(world.store) ?? new Map<string, CachedKeys>()
  caches.set(world.store, cache)
  const now = world.clock.now()
  const kept = cache.get(issuer)
  const { issuerKeyCacheMs } = world.reality
  const lifetime =
    kept?.outcome instanceof EntraRefusal ? Math.min(failureCacheMs, issuerKeyCacheMs) : issuerKeyCacheMs
  if (kept && now - kept.at < lifetime) return keysOf(kept.outcome)
  const outcome = await fetchIssuerKeys(issuer, world).catch((error: unknown) => {
    if (error instanceof EntraRefusal) return error
    throw error
  })
  cache.set(issuer, { at: now, outcome })
  return keysOf(outcome)
}

/** Has Entra ask anew, one issuer or all. */
export function forgetIssuerKeys(world: World, issuer?: string): void {
  const cache = caches.get(world.store)
  if (issuer === undefined) cache?.clear()
  else cache?.delete(issuer)
}

function keysOf(outcome: CachedKeys['outcome']): readonly RsaKey[] {
  if (outcome instanceof EntraRefusal) throw new EntraRefusal(outcome.failure)
  return outcome
}
