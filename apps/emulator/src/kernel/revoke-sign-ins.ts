import type { World } from './world.ts'

/**
 * Ends every sign-in of a person: single sign-on, refresh tokens and the access tokens handed out so far. A new
 * sign-in works at once. False when no such person exists.
 */
export function revokeSignIns(world: World, userObjectId: string): boolean {
  if (!world.store.users.get(userObjectId)) return false
  world.transaction(() => {
    for (const session of world.store.sessions.list()) {
      if (session.userObjectId !== userObjectId || session.revoked) continue
      world.store.sessions.put(session.sessionId, {
        ...session,
        revoked: true,
        revokedAt: world.clock.now(),
      })
    }
  })
  return true
}
