import { and, eq, lte, or } from 'drizzle-orm'
import type { SignedInUser } from '@trustwright/shared-schemas'
import type { Sealed, Sealer } from '../auth/sealing.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { session } from '../db/schema.ts'
import type { Caller, Clock } from '../ports.ts'
import { hashSecret, looksLikeSecret, newSecret } from './secrets.ts'

export interface SessionLimits {
  readonly idleMs: number
  readonly absoluteMs: number
}

export interface NewSession {
  readonly user: SignedInUser
  /** MSAL's `<oid>.<tid>`. */
  readonly homeAccountId: string
  readonly entraSessionId: string | null
  readonly loginHint: string | null
  /** MSAL's serialised cache. */
  readonly tokenCache: string
  /** Stored ids of sessions that this one replaces. */
  readonly replaces: readonly string[]
}

export interface StoredTokenCache {
  readonly text: string
  readonly homeAccountId: string
  readonly version: number
  /** It was sealed with an older key. */
  readonly stale: boolean
}

export interface SessionDetails extends Caller {
  readonly displayName: string
  readonly isAdmin: boolean
  readonly loginHint: string | null
}

/** Sessions in the database. Ids are SHA-256 of the cookie's value; token caches are sealed to their id. */
export class SessionStore {
  readonly #database: Database
  readonly #sealer: Sealer
  readonly #clock: Clock
  readonly #limits: SessionLimits

  constructor(database: Database, sealer: Sealer, clock: Clock, limits: SessionLimits) {
    this.#database = database
    this.#sealer = sealer
    this.#clock = clock
    this.#limits = limits
  }

  /** Stores a session and returns the cookie's value, which is known to nobody else. */
  async create(start: NewSession): Promise<string> {
    const secret = newSecret()
    const idHash = hashSecret(secret)
    const now = this.#clock.now()
    const { keyId, sealed } = this.#sealer.seal(idHash, start.tokenCache)
    await inTransaction(this.#database, async (transaction) => {
      for (const old of start.replaces) await transaction.delete(session).where(eq(session.idHash, old))
      await transaction.insert(session).values({
        idHash,
        ...start.user,
        homeAccountId: start.homeAccountId,
        entraSessionId: start.entraSessionId,
        loginHint: start.loginHint,
        createdAt: new Date(now),
        lastSeenAt: new Date(now),
        endsAt: new Date(now + this.#limits.absoluteMs),
        tokenCache: sealed,
        keyId,
        cacheVersion: 1,
      })
    })
    return secret
  }

  /** The person of a cookie's value, and keeps the session alive; null, and the row gone, once a limit is reached. */
  async find(secret: string): Promise<SessionDetails | null> {
    if (!looksLikeSecret(secret)) return null
    const idHash = hashSecret(secret)
    const [row] = await this.#database
      .select({
        objectId: session.objectId,
        tenantId: session.tenantId,
        username: session.username,
        displayName: session.displayName,
        isAdmin: session.isAdmin,
        loginHint: session.loginHint,
        lastSeenAt: session.lastSeenAt,
        endsAt: session.endsAt,
      })
      .from(session)
      .where(eq(session.idHash, idHash))
    if (row === undefined) return null
    const { lastSeenAt, endsAt, ...details } = row
    const now = this.#clock.now()
    if (this.#isOver(lastSeenAt, endsAt)) {
      await this.end(idHash)
      return null
    }
    await this.#touch(idHash, lastSeenAt, now)
    return { sessionId: idHash, ...details }
  }

  /** Whether a session holds. It is not kept alive by this. */
  async isAlive(idHash: string): Promise<boolean> {
    const { lastSeenAt, endsAt } = session
    const [row] = await this.#database
      .select({ lastSeenAt, endsAt })
      .from(session)
      .where(eq(session.idHash, idHash))
    return row !== undefined && !this.#isOver(row.lastSeenAt, row.endsAt)
  }

  async end(idHash: string): Promise<boolean> {
    const gone = await this.#database
      .delete(session)
      .where(eq(session.idHash, idHash))
      .returning({ id: session.idHash })
    return gone.length > 0
  }

  /** Deletes rows past a limit whose browsers never came back. */
  async sweep(): Promise<void> {
    const now = this.#clock.now()
    const idle = lte(session.lastSeenAt, new Date(now - this.#limits.idleMs))
    await this.#database.delete(session).where(or(idle, lte(session.endsAt, new Date(now))))
  }

  /** Null when there is no such session. Throws UnsealError. */
  async readTokenCache(idHash: string): Promise<StoredTokenCache | null> {
    const [row] = await this.#database
      .select({
        sealed: session.tokenCache,
        keyId: session.keyId,
        homeAccountId: session.homeAccountId,
        version: session.cacheVersion,
      })
      .from(session)
      .where(eq(session.idHash, idHash))
    if (row === undefined) return null
    const { homeAccountId, version } = row
    return {
      text: this.#sealer.open(idHash, row),
      homeAccountId,
      version,
      stale: this.#sealer.isStale(row.keyId),
    }
  }

  /** False when another replica wrote a newer one meanwhile, which is then kept. */
  async writeTokenCache(idHash: string, text: string, version: number): Promise<boolean> {
    const { keyId, sealed }: Sealed = this.#sealer.seal(idHash, text)
    const written = await this.#database
      .update(session)
      .set({ tokenCache: sealed, keyId, cacheVersion: version + 1 })
      .where(and(eq(session.idHash, idHash), eq(session.cacheVersion, version)))
      .returning({ id: session.idHash })
    return written.length > 0
  }

  /** Claims that the next sign-in of this browser asks Entra for. */
  async rememberStepUp(idHash: string, claims: string): Promise<void> {
    await this.#database.update(session).set({ stepUpClaims: claims }).where(eq(session.idHash, idHash))
  }

  async readStepUp(idHash: string): Promise<string | null> {
    const [row] = await this.#database
      .select({ claims: session.stepUpClaims })
      .from(session)
      .where(eq(session.idHash, idHash))
    return row?.claims ?? null
  }

  #isOver(lastSeenAt: Date, endsAt: Date): boolean {
    const now = this.#clock.now()
    return now >= lastSeenAt.getTime() + this.#limits.idleMs || now >= endsAt.getTime()
  }

  async #touch(idHash: string, lastSeenAt: Date, now: number): Promise<void> {
    // Not on every request: a twentieth of the idle limit is exact enough.
    if (now - lastSeenAt.getTime() < Math.min(30_000, this.#limits.idleMs / 20)) return
    await this.#database
      .update(session)
      .set({ lastSeenAt: new Date(now) })
      .where(eq(session.idHash, idHash))
  }
}
