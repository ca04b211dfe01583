import { decodeJwt } from 'jose'
import type { Caller } from '../../kernel/bearer.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { refuse } from './refusal.ts'

/** Throws 401 for a managed identity's token from before its tokens were revoked. Words (u). */
export function demandNotRevoked(request: EmulatorRequest, world: World, caller: Caller): void {
  if (caller.kind !== 'app') return
  const [identity] = world.store.identities.by('principalId', caller.objectId)
  if (identity?.tokensRevokedAt === undefined) return
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const issuedAt = (decodeJwt(token).iat ?? 0) * 1000
  if (issuedAt >= identity.tokensRevokedAt - 999) return
  throw refuse({
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'The access token has been revoked.',
  })
}
