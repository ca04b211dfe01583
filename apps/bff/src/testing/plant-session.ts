import { Sealer } from '../auth/sealing.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { Clock } from '../ports.ts'
import { SessionStore } from '../sessions/session-store.ts'
import type { Role } from './sign-in-through-emulator.ts'

const objectIds: Readonly<Record<Role, string>> = {
  developer: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
  admin: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002',
  reader: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0003',
}

/** A session as if the person had signed in, without tokens; returns the cookie's value. */
export async function plantSession(
  database: Database,
  config: Config,
  clock: Clock,
  role: Role,
): Promise<string> {
  const limits = { idleMs: config.sessionIdleMs, absoluteMs: config.sessionAbsoluteMs }
  const sessions = new SessionStore(database, new Sealer(config.sessionKeys), clock, limits)
  const objectId = objectIds[role]
  const { tenantId } = config
  return await sessions.create({
    user: {
      objectId,
      tenantId,
      username: `${role}@contoso.onmicrosoft.com`,
      displayName: role,
      isAdmin: role === 'admin',
    },
    homeAccountId: `${objectId}.${tenantId}`,
    entraSessionId: null,
    loginHint: null,
    tokenCache: '{}',
    replaces: [],
  })
}
