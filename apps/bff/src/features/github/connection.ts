import type { GithubConnection } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import type { GithubDeps } from './github-deps.ts'

export async function readConnection(
  { connections, oauth, webUrl }: GithubDeps,
  caller: Caller,
): Promise<GithubConnection> {
  const found = await connections.read(caller)
  return {
    webUrl,
    canConnect: oauth !== null,
    connection: found && {
      login: found.login,
      since: found.connectedAt.toISOString(),
      endsAt: found.endsAt?.toISOString() ?? null,
    },
  }
}

/** Forgets the access here first, whatever GitHub says to its withdrawal. */
export async function deleteConnection(
  { audit, connections, oauth }: GithubDeps,
  caller: Caller,
): Promise<{ withdrawnAtGithub: boolean }> {
  const found = await connections.read(caller)
  const token = await connections.end(caller)
  const withdrawnAtGithub = token !== null && oauth !== null && (await oauth.withdraw(token))
  if (found !== null) {
    await audit.record({
      caller,
      operation: 'github.disconnect',
      target: `/tenants/${caller.tenantId}`,
      outcome: 'succeeded',
      before: { login: found.login },
      after: { withdrawnAtGithub },
    })
  }
  return { withdrawnAtGithub }
}
