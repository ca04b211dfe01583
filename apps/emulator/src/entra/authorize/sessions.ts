import type { Session } from '../../kernel/entities/sign-ins.ts'
import type { User } from '../../kernel/entities/directory.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { hashOf, newSecret, sameSecret } from '../core/secrets.ts'

const cookieName = 'ESTSAUTH'

/** The path keeps the cookie from other programs on localhost: cookies do not tell ports apart. */
function cookiePath(world: World): string {
  return `/${world.settings.tenantId}/oauth2`
}

/** Records a sign-in; the cookie carries it to the next authorize request. */
export function startSession(world: World, user: User): { session: Session; cookie: string } {
  const secret = newSecret('')
  const session: Session = {
    sessionId: world.newGuid(),
    userObjectId: user.objectId,
    cookieHash: hashOf(secret),
    startedAt: world.clock.now(),
    signedOut: false,
    revoked: false,
  }
  world.store.sessions.put(session.sessionId, session)
  const value = `${session.sessionId}.${secret}`
  return { session, cookie: `${cookieName}=${value}; Path=${cookiePath(world)}; HttpOnly; SameSite=Lax` }
}

/** The live single sign-on session of the browser that sent the request. */
export function findSession(
  request: EmulatorRequest,
  world: World,
): { session: Session; user: User } | undefined {
  const value = new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? ''
  const [sessionId = '', secret = ''] = value.split('.')
  const session = world.store.sessions.get(sessionId)
  if (!session || session.revoked || session.signedOut) return undefined
  if (!sameSecret(session.cookieHash, hashOf(secret))) return undefined
  const user = world.store.users.get(session.userObjectId)
  return user && { session, user }
}

export function endSession(world: World, session: Session): string {
  world.store.sessions.put(session.sessionId, { ...session, signedOut: true })
  return `${cookieName}=; Path=${cookiePath(world)}; HttpOnly; SameSite=Lax; Max-Age=0`
}
