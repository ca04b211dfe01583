import { setTimeout } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Database } from '../db/database.ts'
import { githubConnection } from '../db/schema-github.ts'
import { PortalError } from '../errors.ts'
import {
  GithubGrantRefused,
  type GithubConnections,
  type GithubOauth,
  type GithubTokens,
} from '../github-port.ts'
import type { Caller, Clock } from '../ports.ts'
import { UnsealError, type Sealer } from './sealing.ts'

const StoredTokens = z.strictObject({
  token: z.string(),
  tokenEndsAt: z.number().nullable(),
  refreshToken: z.string().nullable(),
  refreshTokenEndsAt: z.number().nullable(),
})

/** A token that ends while it is on its way is of no use. */
const renewBeforeMs = 60_000
const storingMs = 1_000

interface Stored {
  readonly tokens: GithubTokens
  readonly version: number
}

/** Connections in the database: tokens are sealed to their session and go with it. */
export class GithubConnectionStore implements GithubConnections {
  readonly #database: Database
  readonly #sealer: Sealer
  readonly #clock: Clock
  /** Null where the portal is not registered at GitHub: what is stored cannot be renewed then. */
  readonly #oauth: GithubOauth | null
  /** Per session one renewal at a time, since a refresh token works once. */
  readonly #renewals = new Map<string, Promise<string>>()

  constructor(database: Database, sealer: Sealer, clock: Clock, oauth: GithubOauth | null) {
    this.#database = database
    this.#sealer = sealer
    this.#clock = clock
    this.#oauth = oauth
  }

  /** Stores the access of a session, in the place of an earlier one. */
  async begin(sessionId: string, login: string, tokens: GithubTokens): Promise<void> {
    const row = {
      login,
      connectedAt: new Date(this.#clock.now()),
      version: 1,
      ...this.#seal(sessionId, tokens),
    }
    await this.#database
      .insert(githubConnection)
      .values({ sessionId, ...row })
      .onConflictDoUpdate({ target: githubConnection.sessionId, set: row })
  }

  async read({ sessionId }: Caller): ReturnType<GithubConnections['read']> {
    const { login, connectedAt, endsAt } = githubConnection
    const [row] = await this.#database
      .select({ login, connectedAt, endsAt })
      .from(githubConnection)
      .where(eq(githubConnection.sessionId, sessionId))
    return row ?? null
  }

  async tokenOf({ sessionId }: Caller): Promise<string | null> {
    const stored = await this.#open(sessionId)
    if (stored === null) return null
    const { token, tokenEndsAt } = stored.tokens
    const isUsable = tokenEndsAt === null || tokenEndsAt > this.#clock.now() + renewBeforeMs
    return isUsable ? token : await this.#renewInTurn(sessionId, token)
  }

  async renewedToken({ sessionId }: Caller, refused: string): Promise<string> {
    return await this.#renewInTurn(sessionId, refused)
  }

  async end({ sessionId }: Caller): Promise<string | null> {
    const [row] = await this.#database
      .delete(githubConnection)
      .where(eq(githubConnection.sessionId, sessionId))
      .returning()
    if (row === undefined) return null
    try {
      return StoredTokens.parse(JSON.parse(this.#sealer.open(owner(sessionId), row))).token
    } catch (error) {
      if (error instanceof UnsealError) return null
      throw error
    }
  }

  async #renewInTurn(sessionId: string, old: string): Promise<string> {
    const running = this.#renewals.get(sessionId)
    if (running !== undefined) return await running
    const mine = this.#renew(sessionId, old)
    this.#renewals.set(sessionId, mine)
    try {
      return await mine
    } finally {
      this.#renewals.delete(sessionId)
    }
  }

  async #renew(sessionId: string, old: string): Promise<string> {
    const stored = await this.#open(sessionId)
    if (stored === null) throw new PortalError('GITHUB_CONNECTION_ENDED')
    // Somebody renewed it meanwhile.
    if (stored.tokens.token !== old) return stored.tokens.token
    const { refreshToken } = stored.tokens
    if (refreshToken === null || this.#oauth === null) throw await this.#forget(sessionId, stored.version)
    try {
      const tokens = await this.#oauth.renew(refreshToken)
      await this.#database
        .update(githubConnection)
        .set({ ...this.#seal(sessionId, tokens), version: stored.version + 1 })
        .where(ofVersion(sessionId, stored.version))
      return tokens.token
    } catch (error) {
      if (!(error instanceof GithubGrantRefused)) throw error
      // Another replica may have been faster, which ended our refresh token, and may still be storing what it got.
      await setTimeout(storingMs)
      const now = await this.#open(sessionId)
      if (now !== null && now.version !== stored.version) return now.tokens.token
      throw await this.#forget(sessionId, stored.version, error)
    }
  }

  async #open(sessionId: string): Promise<Stored | null> {
    const [row] = await this.#database
      .select()
      .from(githubConnection)
      .where(eq(githubConnection.sessionId, sessionId))
    if (row === undefined) return null
    try {
      const tokens = StoredTokens.parse(JSON.parse(this.#sealer.open(owner(sessionId), row)))
      return { tokens, version: row.version }
    } catch (error) {
      if (error instanceof UnsealError) throw await this.#forget(sessionId, row.version, error)
      throw error
    }
  }

  async #forget(sessionId: string, version: number, cause?: unknown): Promise<PortalError> {
    await this.#database.delete(githubConnection).where(ofVersion(sessionId, version))
    return new PortalError('GITHUB_CONNECTION_ENDED', { cause })
  }

  #seal(sessionId: string, tokens: GithubTokens) {
    const { tokenEndsAt, refreshTokenEndsAt } = tokens
    const end = refreshTokenEndsAt ?? tokenEndsAt
    const endsAt = end === null ? null : new Date(end)
    return { ...this.#sealer.seal(owner(sessionId), JSON.stringify(tokens)), endsAt }
  }
}

function owner(sessionId: string): string {
  return `github:${sessionId}`
}

function ofVersion(sessionId: string, version: number) {
  return and(eq(githubConnection.sessionId, sessionId), eq(githubConnection.version, version))
}
