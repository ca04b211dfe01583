import type { World } from './world.ts'

const dayMs = 24 * 60 * 60 * 1000
const codeKeptMs = dayMs
const signInKeptMs = 91 * dayMs

/** Drops what nobody can use any more; runs at each start, so that the data folder does not grow for ever. */
export function pruneExpired({ store, transaction, clock }: World): void {
  const now = clock.now()
  transaction(() => {
    for (const [key, code] of store.authorizationCodes.entries()) {
      if (now - code.issuedAt > codeKeptMs) store.authorizationCodes.delete(key)
    }
    for (const [key, code] of store.deviceCodes.entries()) {
      if (now - code.issuedAt > codeKeptMs) store.deviceCodes.delete(key)
    }
    for (const [key, token] of store.refreshTokens.entries()) {
      if (now - token.issuedAt > signInKeptMs) store.refreshTokens.delete(key)
    }
    const inUse = new Set(store.refreshTokens.list().map(({ sessionId }) => sessionId))
    for (const [key, session] of store.sessions.entries()) {
      if (now - session.startedAt > signInKeptMs && !inUse.has(session.sessionId)) store.sessions.delete(key)
    }
  })
}
