import { PortalError } from '../../errors.ts'
import type { GithubAsk } from '../../github-port.ts'
import type { Caller } from '../../ports.ts'
import type { GithubDeps } from './github-deps.ts'

/**
 * Runs `work` with the person's own access, or as nobody without one. An access that GitHub refuses is renewed once; where
 * that fails it is forgotten, and GITHUB_CONNECTION_ENDED is thrown, so that nobody takes what is public for all there is.
 */
export async function asPerson<T>(
  { connections }: Pick<GithubDeps, 'connections'>,
  caller: Caller,
  query: { refresh: 'true' | 'false' },
  work: (ask: GithubAsk) => Promise<T>,
): Promise<T> {
  const refresh = query.refresh === 'true'
  const token = await connections.tokenOf(caller)
  try {
    return await work({ token, refresh })
  } catch (error) {
    if (token === null || !(error instanceof PortalError) || error.code !== 'GITHUB_CONNECTION_ENDED')
      throw error
    return await work({ token: await connections.renewedToken(caller, token), refresh })
  }
}
