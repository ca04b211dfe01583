import type { Caller, GraphToken, TokenOptions, TokenSource } from '../ports.ts'

export interface GivenTokens extends TokenSource {
  /** How each was asked for. */
  readonly asked: TokenOptions[]
  /** Claims that no token satisfied. */
  readonly remembered: (readonly [Caller, string])[]
}

/** Tokens for an upstream of a test that reads none: named after how they were asked for. */
export function givenTokens(permissions: readonly string[] = []): GivenTokens {
  const asked: TokenOptions[] = []
  const remembered: (readonly [Caller, string])[] = []
  const give = async (_: Caller, options: TokenOptions = {}): Promise<GraphToken> => {
    asked.push(options)
    const kind = options.claims ? 'stronger' : options.forceRefresh ? 'fresh' : 'first'
    return {
      token: `token-${kind}`,
      expiresAt: new Date(Date.now() + 3_600_000),
      permissions: [...permissions],
    }
  }
  return {
    asked,
    remembered,
    armToken: give,
    graphToken: give,
    rememberStepUp: async (caller, claims) => void remembered.push([caller, claims]),
  }
}
