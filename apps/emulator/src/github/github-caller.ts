import type { EmulatorRequest } from '../kernel/operation.ts'
import { hashOf } from '../entra/core/secrets.ts'
import { githubTokens } from '../seed-github.ts'
import type { World } from '../kernel/world.ts'
import { githubFaults } from './github-faults.ts'

/** Who asks: the holder of a seeded token or of one that the sign-in gave, or nobody. */
export interface GithubCaller {
  login: string
  /** Owners whose private repositories it sees and may change, in lower case. */
  administers: readonly string[]
}

const callers = new Map<string, GithubCaller>(
  Object.values(githubTokens).map(({ token, login, administers }) => [token, { login, administers }]),
)

/** Undefined without a token. Throws the refusal of a token that GitHub does not know. */
export function readCaller({ headers }: EmulatorRequest, world: World): GithubCaller | undefined {
  const { authorization } = headers
  if (authorization === undefined) return undefined
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization)?.[1]
  const caller = callers.get(token ?? '') ?? holderOf(token ?? '', world)
  if (!caller) throw githubFaults.badCredentials()
  return caller
}

/** Undefined for a token that the sign-in did not give, or that has ended. */
function holderOf(token: string, { store, clock }: World): GithubCaller | undefined {
  const given = store.githubUserTokens.get(hashOf(token))
  if (!given || given.expiresAt <= clock.now()) return undefined
  return callerOf(given.login)
}

export function callerOf(login: string): GithubCaller | undefined {
  return [...callers.values()].find((caller) => caller.login === login)
}

export function administers(caller: GithubCaller | undefined, owner: string): boolean {
  return caller?.administers.includes(owner.toLowerCase()) ?? false
}
