import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node'
import * as z from 'zod'

/** A serialised token cache holds somebody else's tokens. Nothing of it may be stored. */
export class ForeignAccountError extends Error {
  override readonly name = 'ForeignAccountError'
}

/** The one place that the tokens of one session are kept. */
export interface TokenCacheSlot {
  read(): Promise<string | null>
  write(text: string): Promise<void>
}

/**
 * A cache plugin bound to one slot. MSAL's own distributed plugin files a whole cache under the first account it finds,
 * which mixes up people when a client is shared, so each request has its own client and its own plugin.
 */
export function cachePluginFor(slot: TokenCacheSlot): ICachePlugin {
  return {
    beforeCacheAccess: async (context: TokenCacheContext) => {
      const text = await slot.read()
      if (text !== null) context.tokenCache.deserialize(text)
    },
    afterCacheAccess: async (context: TokenCacheContext) => {
      if (context.cacheHasChanged) await slot.write(context.tokenCache.serialize())
    },
  }
}

/** Tokens of a sign-in, until it is known whose they are. */
export class MemorySlot implements TokenCacheSlot {
  text: string | null = null

  read(): Promise<string | null> {
    return Promise.resolve(this.text)
  }

  write(text: string): Promise<void> {
    this.text = text
    return Promise.resolve()
  }
}

const Owned = z.record(z.string(), z.looseObject({ home_account_id: z.string() })).default({})
const CacheText = z.looseObject({ Account: Owned, IdToken: Owned, AccessToken: Owned, RefreshToken: Owned })

/** Throws ForeignAccountError when the cache holds anything of another account than `homeAccountId`, or no account. */
export function assertOnlyAccount(text: string, homeAccountId: string): void {
  const parts = CacheText.parse(JSON.parse(text))
  const owners = [parts.Account, parts.IdToken, parts.AccessToken, parts.RefreshToken]
    .flatMap((part) => Object.values(part))
    .map((entry) => entry.home_account_id)
  if (owners.length === 0 || owners.some((owner) => owner !== homeAccountId)) {
    throw new ForeignAccountError('a token cache holds entries of another account')
  }
}
