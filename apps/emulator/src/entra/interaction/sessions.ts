import type { Session } from '../../kernel/entities/sign-ins.ts'
import type { User } from '../../kernel/entities/directory.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { hashOf, newSecret, sameSecret } from '../core/secrets.ts'

const cookieName = 'ESTSAUTH'
const separator = '~'
/** More would not fit into one cookie. */
const mostSessions = 20

/** A person who is signed in in the browser that asks. */
export interface SignedIn {
  session: Session
  user: User
  /** Value of `Set-Cookie` that the answer has to carry. */
  cookie?: string
}

/** The path keeps the cookie from other programs on localhost: cookies do not tell ports apart. */
function cookiePath(world: World): string {
  return `/${world.settings.tenantId}/oauth2`
}

/** Records a sign-in beside the others of the browser; an earlier one of the same person gives way to it. */
export function startSession(request: EmulatorRequest, world: World, user: User): SignedIn {
  const others = keptInBrowser(request, world)
    .filter((kept) => kept.user.objectId !== user.objectId)
    .slice(0, mostSessions - 1)
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
  const values = [`${session.sessionId}.${secret}`, ...others.map(({ value }) => value)]
  return { session, user, cookie: cookieWith(values, world) }
}

/** The live single sign-on sessions of the browser that sent the request, the last sign-in first. */
export function findSessions(request: EmulatorRequest, world: World): SignedIn[] {
  return keptInBrowser(request, world).map(({ session, user }) => ({ session, user }))
}

/** Ends sessions of this browser; gives the value of `Set-Cookie` for those that stay. */
export function endSessions(request: EmulatorRequest, world: World, ended: readonly Session[]): string {
  const ids = new Set(ended.map(({ sessionId }) => sessionId))
  world.transaction(() => {
    for (const session of ended) world.store.sessions.put(session.sessionId, { ...session, signedOut: true })
  })
  const left = keptInBrowser(request, world).filter(({ session }) => !ids.has(session.sessionId))
  return cookieWith(
    left.map(({ value }) => value),
    world,
  )
}

function keptInBrowser(request: EmulatorRequest, world: World) {
  const cookie = new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? ''
  return cookie.split(separator).flatMap((value) => {
    const [sessionId = '', secret = ''] = value.split('.')
    const session = world.store.sessions.get(sessionId)
    if (!session || session.revoked || session.signedOut) return []
    if (!sameSecret(session.cookieHash, hashOf(secret))) return []
    const user = world.store.users.get(session.userObjectId)
    return user ? [{ session, user, value }] : []
  })
}

function cookieWith(values: readonly string[], world: World): string {
  const flags = `Path=${cookiePath(world)}; HttpOnly; SameSite=Lax`
  return `${cookieName}=${values.join(separator)}; ${flags}${values.length === 0 ? '; Max-Age=0' : ''}`
}
