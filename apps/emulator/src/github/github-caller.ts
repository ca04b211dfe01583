import type { EmulatorRequest } from '../kernel/operation.ts'
import { githubTokens } from '../seed-github.ts'
import { githubFaults } from './github-faults.ts'

/** Who asks: one of the seeded tokens, or nobody. */
export interface GithubCaller {
  login: string
  /** Owners whose private repositories it sees and may change, in lower case. */
  administers: readonly string[]
}

const callers = new Map<string, GithubCaller>(
  Object.values(githubTokens).map(({ token, login, administers }) => [token, { login, administers }]),
)

/** Undefined without a token. Throws the refusal of a token that GitHub does not know. */
export function readCaller({ headers }: EmulatorRequest): GithubCaller | undefined {
  const { authorization } = headers
  if (authorization === undefined) return undefined
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization)?.[1]
  const caller = callers.get(token ?? '')
  if (!caller) throw githubFaults.badCredentials()
  return caller
}

export function administers(caller: GithubCaller | undefined, owner: string): boolean {
  return caller?.administers.includes(owner.toLowerCase()) ?? false
}
