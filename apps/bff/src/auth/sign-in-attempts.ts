import { and, eq, gt, lte } from 'drizzle-orm'
import * as z from 'zod'
import type { Database } from '../db/database.ts'
import { signInAttempt } from '../db/schema.ts'
import type { Clock } from '../ports.ts'
import { hashSecret, newSecret } from '../sessions/secrets.ts'
import type { Sealer } from './sealing.ts'

const attemptLifeMs = 600_000

const Attempt = z.strictObject({
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** Stored id of the session that was there when the sign-in began. */
  replaces: z.string().nullable(),
})
export type Attempt = z.output<typeof Attempt>

/** What the attempts of one kind hold, and the name of the kind: one cannot be used as another. */
export interface AttemptKind<T> {
  readonly name: string
  readonly shape: z.ZodType<T>
}

export const entraSignIn: AttemptKind<Attempt> = { name: 'sign-in', shape: Attempt }

/** Sign-ins on their way. What they hold is sealed, and usable once, by the browser that began. */
export class SignInAttempts<T> {
  readonly #database: Database
  readonly #sealer: Sealer
  readonly #clock: Clock
  readonly #kind: AttemptKind<T>

  constructor(database: Database, sealer: Sealer, clock: Clock, kind: AttemptKind<T>) {
    this.#database = database
    this.#sealer = sealer
    this.#clock = clock
    this.#kind = kind
  }

  /** Stores an attempt and returns its state value. */
  async begin(browserSecret: string, attempt: T): Promise<string> {
    const state = newSecret()
    const stateHash = hashSecret(state)
    const now = this.#clock.now()
    await this.#database.delete(signInAttempt).where(lte(signInAttempt.expiresAt, new Date(now)))
    await this.#database.insert(signInAttempt).values({
      stateHash,
      browserHash: hashSecret(browserSecret),
      expiresAt: new Date(now + attemptLifeMs),
      ...this.#sealer.seal(this.#owner(stateHash), JSON.stringify(attempt)),
    })
    return state
  }

  /** Takes an attempt, so that it cannot be used again. Throws UnsealError. */
  async take(state: string, browserSecret: string): Promise<T | 'unknown' | 'other-browser'> {
    const stateHash = hashSecret(state)
    const alive = and(
      eq(signInAttempt.stateHash, stateHash),
      gt(signInAttempt.expiresAt, new Date(this.#clock.now())),
    )
    const byThisBrowser = and(alive, eq(signInAttempt.browserHash, hashSecret(browserSecret)))
    const [row] = await this.#database.delete(signInAttempt).where(byThisBrowser).returning()
    if (row !== undefined) {
      return this.#kind.shape.parse(JSON.parse(this.#sealer.open(this.#owner(stateHash), row)))
    }
    const others = await this.#database
      .select({ at: signInAttempt.expiresAt })
      .from(signInAttempt)
      .where(alive)
    return others.length > 0 ? 'other-browser' : 'unknown'
  }

  #owner(stateHash: string): string {
    return `${this.#kind.name}:${stateHash}`
  }
}
