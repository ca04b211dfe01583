import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import * as z from 'zod'
import { PortalError } from '../errors.ts'
import type { Clock } from '../ports.ts'
import { readEntraJson } from './entra-network.ts'

const Metadata = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url(),
})
const KeySet = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) })

export type EntraMetadata = z.output<typeof Metadata>
/** What the rest of `auth/` needs to know of Entra. */
export interface EntraFacts {
  /** With the tenant, without a slash at its end. */
  readonly authority: string
  /** Throws PortalError UPSTREAM_FAILED or UPSTREAM_TIMEOUT. */
  metadata(): Promise<EntraMetadata>
  readonly findKey: FindKey
}

type FindKey = ReturnType<typeof createLocalJWKSet>

const metadataLifeMs = 24 * 3_600_000
/** So long a key that Entra took back still counts. */
const keyLifeMs = 3_600_000
/** A key that nobody knows makes the portal ask again, but not more often than this: anybody can name one. */
const keyPauseMs = 30_000

/** What Entra says about itself, kept so that no request has to ask again. */
export class Entra implements EntraFacts {
  readonly authority: string
  readonly #clock: Clock
  #metadata: { readonly at: number; readonly value: Promise<EntraMetadata> } | null = null
  #keys: { readonly at: number; readonly find: FindKey } | null = null
  #reading: { readonly at: number; readonly value: Promise<FindKey> } | null = null

  /** `authority` carries the tenant, without a slash at its end. */
  constructor(authority: string, clock: Clock) {
    this.authority = authority
    this.#clock = clock
  }

  /** Throws PortalError UPSTREAM_FAILED or UPSTREAM_TIMEOUT; the next call asks again then. */
  async metadata(): Promise<EntraMetadata> {
    const now = this.#clock.now()
    if (this.#metadata === null || now - this.#metadata.at >= metadataLifeMs) {
      this.#metadata = { at: now, value: this.#readMetadata() }
    }
    const { value } = this.#metadata
    try {
      return await value
    } catch (error) {
      if (this.#metadata?.value === value) this.#metadata = null
      throw error
    }
  }

  /** Finds a signing key as jose asks for it; reads the key set anew for one that is not known, and every hour. */
  readonly findKey: FindKey = Object.assign(
    async (...request: Parameters<FindKey>) => {
      try {
        const known = this.#livingKeys()
        if (known !== null) return await known(...request)
      } catch {
        // Entra may have published it meanwhile.
      }
      const fresh = await this.#freshKeys()
      return await fresh(...request)
    },
    { jwks: (): JSONWebKeySet => this.#keys?.find.jwks() ?? { keys: [] } },
  )

  #livingKeys(): FindKey | null {
    return this.#keys !== null && this.#clock.now() - this.#keys.at < keyLifeMs ? this.#keys.find : null
  }

  /** What Entra answered in the last pause, also where that was a failure; whoever comes while it is asked waits for the same. */
  async #freshKeys(): Promise<FindKey> {
    const now = this.#clock.now()
    if (this.#reading === null || now - this.#reading.at >= keyPauseMs) {
      this.#reading = { at: now, value: this.#readKeys() }
    }
    const { value } = this.#reading
    try {
      return await value
    } catch (error) {
      // Nobody is let in without keys, so that the next one asks at once.
      if (this.#livingKeys() === null && this.#reading?.value === value) this.#reading = null
      throw error
    }
  }

  async #readMetadata(): Promise<EntraMetadata> {
    const address = `${this.authority}/v2.0/.well-known/openid-configuration`
    const result = Metadata.safeParse(await readEntraJson(address))
    if (result.success && result.data.issuer === `${this.authority}/v2.0`) return result.data
    throw new PortalError('UPSTREAM_FAILED', {
      detail:
        'What Microsoft Entra says about itself is not complete, or names another issuer than the configured one.',
      nextStep: 'Ask whoever runs the portal to check ENTRA_AUTHORITY and TENANT_ID.',
      cause: result.error ?? new Error(`issuer ${result.data.issuer} at ${address}`),
    })
  }

  async #readKeys(): Promise<FindKey> {
    const { jwks_uri: address } = await this.metadata()
    const { keys } = KeySet.parse(await readEntraJson(address))
    const find = createLocalJWKSet({ keys })
    this.#keys = { at: this.#clock.now(), find }
    return find
  }
}
