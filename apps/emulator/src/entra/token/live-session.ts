import type { Session } from '../../kernel/entities/sign-ins.ts'
import type { World } from '../../kernel/world.ts'
import { invalidGrant } from '../core/refusal.ts'

/** The session that a code or refresh token belongs to; ended by an administrator, what it led to is worthless. */
export function requireLiveSession(sessionId: string, issuedAt: number, world: World): Session {
  const session = world.store.sessions.get(sessionId)
  if (session?.revoked === false) return session
  const revokedAt = session?.revokedAt ?? world.clock.now()
  throw invalidGrant(
    50173,
    `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${new Date(issuedAt).toISOString()}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${new Date(revokedAt).toISOString()}'.`,
    'bad_token',
  )
}
