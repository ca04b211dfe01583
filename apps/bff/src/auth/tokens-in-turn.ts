import type { Caller, GraphToken, TokenOptions, TokenSource } from '../ports.ts'

export interface TokenScopes {
  readonly armScope: string
  /** `.default`, so that the portal works with what it was given: reading alone, or writing too. */
  readonly graphScope: string
}

export interface TokenRequest {
  readonly caller: Caller
  readonly options: TokenOptions
  readonly scope: string
}

/**
 * Tokens by one way to get one, one at a time for each sign-in, whether what came before went well or not: so a refresh token is
 * used once, and what was just exchanged is found.
 */
export function tokensInTurn(
  { armScope, graphScope }: TokenScopes,
  acquire: (request: TokenRequest) => Promise<GraphToken>,
): Omit<TokenSource, 'rememberStepUp'> {
  const waiting = new Map<string, Promise<GraphToken>>()

  async function inTurn(request: TokenRequest): Promise<GraphToken> {
    const { sessionId } = request.caller
    const before = waiting.get(sessionId) ?? Promise.resolve()
    const mine = before.then(
      () => acquire(request),
      () => acquire(request),
    )
    waiting.set(sessionId, mine)
    try {
      return await mine
    } finally {
      if (waiting.get(sessionId) === mine) waiting.delete(sessionId)
    }
  }

  return {
    armToken: async (caller, options = {}) => {
      const { token, expiresAt } = await inTurn({ caller, options, scope: armScope })
      return { token, expiresAt }
    },
    graphToken: (caller, options = {}) => inTurn({ caller, options, scope: graphScope }),
  }
}
