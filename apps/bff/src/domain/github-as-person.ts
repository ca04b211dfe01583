import { PortalError } from '../errors.ts'
import type { GithubAsk, GithubConnections } from '../github-port.ts'
import type { Caller } from '../ports.ts'

interface People {
  readonly connections: Pick<GithubConnections, 'renewedToken' | 'tokenOf'>
}

/**
 * Runs `work` with the person's own access, or as nobody without one. An access that GitHub refuses is renewed once; where
 * that fails it is forgotten, and GITHUB_CONNECTION_ENDED is thrown, so that nobody takes what is public for all there is.
 */
export async function asPerson<T>(
  { connections }: People,
  caller: Caller,
  query: { refresh: 'true' | 'false' },
  work: (ask: GithubAsk) => Promise<T>,
): Promise<T> {
  const token = await connections.tokenOf(caller)
  return await withToken({ connections }, caller, { token, refresh: query.refresh === 'true' }, work)
}

/** The same for who has read the person's token already. */
export async function withToken<T>(
  { connections }: People,
  caller: Caller,
  ask: GithubAsk,
  work: (ask: GithubAsk) => Promise<T>,
): Promise<T> {
  try {
    return await work(ask)
  } catch (error) {
    const { token } = ask
    if (token === null || !(error instanceof PortalError) || error.code !== 'GITHUB_CONNECTION_ENDED')
      throw error
    return await work({ ...ask, token: await connections.renewedToken(caller, token) })
  }
}
