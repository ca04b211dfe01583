import type { World } from '../../kernel/world.ts'
import { hashOf, newSecret } from '../../entra/core/secrets.ts'

/** Eight hours and six months. https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens */
const tokenSeconds = 28_800
const refreshSeconds = 15_897_600

/** A new pair of tokens, as the token endpoint answers it. */
export function issueTokens(world: World, login: string): Record<string, string | number> {
  const token = newSecret('ghu_')
  const refresh = newSecret('ghr_')
  const now = world.clock.now()
  const tokenHash = hashOf(token)
  world.store.githubUserTokens.put(tokenHash, {
    tokenHash,
    login,
    expiresAt: now + tokenSeconds * 1000,
    refreshHash: hashOf(refresh),
    refreshExpiresAt: now + refreshSeconds * 1000,
  })
  return {
    access_token: token,
    expires_in: tokenSeconds,
    refresh_token: refresh,
    refresh_token_expires_in: refreshSeconds,
    token_type: 'bearer',
    scope: '',
  }
}
