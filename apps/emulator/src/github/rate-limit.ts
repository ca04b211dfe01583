import type { World } from '../kernel/world.ts'
import type { GithubCaller } from './github-caller.ts'
import { githubFaults } from './github-faults.ts'

const hourMs = 60 * 60_000
const perHour = { anonymous: 60, token: 5000 }

interface Window {
  used: number
  resetAt: number
}

export interface RateState {
  limit: number
  remaining: number
  used: number
  /** Seconds since 1970. */
  reset: number
}

interface Limits {
  windows: Map<string, Window>
  /** Set by a control: what everybody has left until then. */
  forced?: { remaining: number; resetAt: number }
}

const limitsOf = new WeakMap<World['keys'], Limits>()

function limits({ keys }: World): Limits {
  const present = limitsOf.get(keys) ?? { windows: new Map<string, Window>() }
  limitsOf.set(keys, present)
  return present
}

/**
 * Hourly windows, scaled by `reality.throttleScale` (0: counted, never refused).
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function rateState(world: World, caller: GithubCaller | undefined): RateState {
  const { windows, forced } = limits(world)
  const now = world.clock.now()
  const scale = world.reality.throttleScale === 0 ? 1 : world.reality.throttleScale
  const limit = Math.max(1, Math.round((caller ? perHour.token : perHour.anonymous) * scale))
  if (forced && forced.resetAt > now) {
    const used = Math.max(0, limit - forced.remaining)
    return { limit, remaining: forced.remaining, used, reset: Math.ceil(forced.resetAt / 1000) }
  }
  const { used, resetAt } = windowOf(windows, caller, now)
  const shown = world.reality.throttleScale === 0 ? Math.min(used, limit - 1) : used
  return { limit, remaining: Math.max(0, limit - shown), used: shown, reset: Math.ceil(resetAt / 1000) }
}

/** Takes one request from the caller's window. Throws GitHub's refusal when none is left. */
export function countRequest(world: World, caller: GithubCaller | undefined): void {
  const state = limits(world)
  const now = world.clock.now()
  if (rateState(world, caller).remaining === 0) {
    throw githubFaults.rateLimited(caller ? `user ID ${caller.login}` : '127.0.0.1')
  }
  if (state.forced && state.forced.resetAt > now) state.forced.remaining -= 1
  const window = windowOf(state.windows, caller, now)
  state.windows.set(keyOf(caller), { ...window, used: window.used + 1 })
}

export function forceRateLimit(world: World, remaining: number, seconds: number): void {
  limits(world).forced = { remaining, resetAt: world.clock.now() + seconds * 1000 }
}

function windowOf(windows: Map<string, Window>, caller: GithubCaller | undefined, now: number): Window {
  const window = windows.get(keyOf(caller))
  return window && window.resetAt > now ? window : { used: 0, resetAt: now + hourMs }
}

function keyOf(caller: GithubCaller | undefined): string {
  return caller?.login ?? ''
}
