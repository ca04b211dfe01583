import { AuthError } from '@azure/msal-node'
import { PortalError } from '../errors.ts'
import type { ArmToken, Clock, TokenSource } from '../ports.ts'
import { refusedByEntra } from './msal-answers.ts'
import type { MsalClientFactory } from './msal-client.ts'
import { MemorySlot } from './token-cache-plugin.ts'

export interface PortalTokenParts {
  readonly msal: MsalClientFactory
  readonly clock: Clock
  /** Each ends in `/.default`: what administrators gave the portal itself. */
  readonly armScope: string
  readonly graphScope: string
}

/** A token is renewed so long before its end. */
const spareMs = 5 * 60_000

/** Tokens of the portal's own identity, by the credential that it signs people in with: for work on a schedule. */
export function createPortalTokens({ msal, clock, armScope, graphScope }: PortalTokenParts): TokenSource {
  const kept = new Map<string, ArmToken>()
  async function acquire(scope: string, isFresh: boolean): Promise<ArmToken> {
    const before = kept.get(scope)
    if (!isFresh && before !== undefined && before.expiresAt.getTime() - spareMs > clock.now()) return before
    const client = await msal(new MemorySlot())
    const answer = await client.acquireTokenByClientCredential({ scopes: [scope] }).catch(explain)
    const { accessToken, expiresOn } = answer ?? { accessToken: '', expiresOn: null }
    if (expiresOn === null) {
      throw new PortalError('UPSTREAM_FAILED', { cause: new Error('a token without an end') })
    }
    const token = { token: accessToken, expiresAt: expiresOn }
    kept.set(scope, token)
    return token
  }
  return {
    armToken: (_, options = {}) => acquire(armScope, options.forceRefresh === true),
    graphToken: async (_, options = {}) => ({
      ...(await acquire(graphScope, options.forceRefresh === true)),
      // A token of an application names roles, which are not for the portal to read.
      permissions: [],
    }),
    // Nobody signs in for it: what Azure asks for beyond its tokens is for the log alone.
    rememberStepUp: async () => undefined,
  }
}

function explain(error: unknown): never {
  if (!(error instanceof AuthError)) throw error
  throw refusedByEntra('Microsoft Entra gave the portal’s own identity no token.', error)
}
