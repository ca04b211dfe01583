import { and, eq, gt, lte } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { bearerGrant } from '../../db/schema-bearer.ts'
import type { Caller, Clock } from '../../ports.ts'
import { isBearerId } from '../../sessions/bearer-id.ts'
import type { Sealer } from '../sealing.ts'

export interface NewGrant {
  readonly caller: Caller
  /** The access token as it came. */
  readonly assertion: string
  /** The end of the token. */
  readonly expiresAt: Date
}

export interface StoredGrant {
  readonly assertion: string
  /** MSAL's serialised cache; null before the first exchange. */
  readonly tokenCache: string | null
  /** MSAL's `<oid>.<tid>`. */
  readonly homeAccountId: string
  readonly version: number
}

/** Access tokens that people came with, and what was exchanged for them, each sealed to its id and to what it is. */
export class GrantStore {
  readonly #database: Database
  readonly #sealer: Sealer
  readonly #clock: Clock

  constructor(database: Database, sealer: Sealer, clock: Clock) {
    this.#database = database
    this.#sealer = sealer
    this.#clock = clock
  }

  /** False where it is there already. */
  async add({ caller, assertion, expiresAt }: NewGrant): Promise<boolean> {
    const { sessionId: idHash, objectId, tenantId } = caller
    const { sealed, keyId } = this.#sealer.seal(assertionOf(idHash), assertion)
    const added = await this.#database
      .insert(bearerGrant)
      .values({
        idHash,
        tenantId,
        objectId,
        assertion: sealed,
        assertionKeyId: keyId,
        cacheVersion: 0,
        expiresAt,
      })
      .onConflictDoNothing()
      .returning({ id: bearerGrant.idHash })
    return added.length > 0
  }

  /** The grant of this very person; null where there is none, or its token is over. Throws UnsealError. */
  async read({ sessionId: idHash, objectId, tenantId }: Caller): Promise<StoredGrant | null> {
    const [row] = await this.#database
      .select()
      .from(bearerGrant)
      .where(
        and(
          eq(bearerGrant.idHash, idHash),
          eq(bearerGrant.objectId, objectId),
          eq(bearerGrant.tenantId, tenantId),
          gt(bearerGrant.expiresAt, new Date(this.#clock.now())),
        ),
      )
    if (row === undefined) return null
    const { assertion, assertionKeyId, tokenCache, cacheKeyId, cacheVersion } = row
    const open = (owner: string, sealed: Buffer, keyId: string) => this.#sealer.open(owner, { keyId, sealed })
    return {
      assertion: open(assertionOf(idHash), assertion, assertionKeyId),
      tokenCache:
        tokenCache === null || cacheKeyId === null ? null : open(cacheOf(idHash), tokenCache, cacheKeyId),
      homeAccountId: `${objectId}.${tenantId}`,
      version: cacheVersion,
    }
  }

  /** False when another replica wrote a newer one meanwhile, which is then kept. */
  async writeTokenCache({ sessionId: idHash }: Caller, text: string, version: number): Promise<boolean> {
    const { sealed, keyId } = this.#sealer.seal(cacheOf(idHash), text)
    const written = await this.#database
      .update(bearerGrant)
      .set({ tokenCache: sealed, cacheKeyId: keyId, cacheVersion: version + 1 })
      .where(and(eq(bearerGrant.idHash, idHash), eq(bearerGrant.cacheVersion, version)))
      .returning({ id: bearerGrant.idHash })
    return written.length > 0
  }

  /** Claims that a new access token of the person has to prove, since this one does not. */
  async rememberStepUp({ sessionId: idHash }: Caller, claims: string): Promise<void> {
    await this.#database
      .update(bearerGrant)
      .set({ stepUpClaims: claims })
      .where(eq(bearerGrant.idHash, idHash))
  }

  /** Null where nothing more was asked for, and for who came by the other door. */
  async readStepUp({ sessionId: idHash }: Caller): Promise<string | null> {
    if (!isBearerId(idHash)) return null
    const [row] = await this.#database
      .select({ claims: bearerGrant.stepUpClaims })
      .from(bearerGrant)
      .where(eq(bearerGrant.idHash, idHash))
    return row?.claims ?? null
  }

  async end({ sessionId }: Caller): Promise<void> {
    await this.#database.delete(bearerGrant).where(eq(bearerGrant.idHash, sessionId))
  }

  /** Deletes those whose tokens are over. */
  async sweep(): Promise<void> {
    await this.#database.delete(bearerGrant).where(lte(bearerGrant.expiresAt, new Date(this.#clock.now())))
  }
}

function assertionOf(idHash: string): string {
  return `assertion:${idHash}`
}

function cacheOf(idHash: string): string {
  return `cache:${idHash}`
}
