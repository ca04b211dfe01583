import * as z from 'zod'
import { hostOf } from '../presets/issuer-host.ts'
import type { Cause } from './cause.ts'
import { startOf } from './draft-view.ts'
import type { DiagnosedTrust } from './trust.ts'

/** One try at fetching the discovery document. Times are milliseconds. */
export interface ProbeAttempt {
  readonly status?: number
  /** `timeout`, `dns`, `tls`, `redirect`, `private-address`, `too-large`, or a network error’s own code. */
  readonly error?: string
  readonly milliseconds?: number
}

/** What a fetch of the issuer’s documents found; whatever was not reached is absent. */
export interface ProbeAnswer extends ProbeAttempt {
  readonly attempts?: readonly ProbeAttempt[]
  /** The parsed discovery document, or whatever else the address answered. */
  readonly document?: unknown
  /** The parsed answer of `jwks_uri`. */
  readonly jwks?: unknown
  /** Of the fetch of `jwks_uri`; `jwks` may hold the same where nothing was read. */
  readonly keys?: ProbeAttempt
  readonly redirectedTo?: string
  /** What each key of `jwks_uri` shows of itself. */
  readonly keyFacts?: readonly ProbeKeyFact[]
  /** ISO 8601; certificates are judged by it. */
  readonly readAt?: string
}

/** Dates are ISO 8601, of the certificate beside the key. */
export interface ProbeKeyFact {
  readonly kid?: string
  /** A private part is published. */
  readonly private: boolean
  readonly certificateStartsAt?: string
  readonly certificateEndsAt?: string
}

const text = z.string().transform(startOf).optional().catch(undefined)
/** More keys than Entra reads by far. */
const mostKeys = 1_000

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
const Document = z.looseObject({
  issuer: text,
  jwks_uri: text,
  id_token_signing_alg_values_supported: z.array(z.unknown()).optional().catch(undefined),
})
/** https://www.rfc-editor.org/rfc/rfc7517#section-4 */
const Key = z.looseObject({ kty: text, alg: text, kid: text, use: text, n: text })
const Keys = z.looseObject({ keys: z.array(z.unknown()) })

export type ProbeKey = z.infer<typeof Key>

export interface ProbeView {
  readonly issuer: string
  readonly host: string
  readonly trust: DiagnosedTrust
  readonly answer: ProbeAnswer
  /** Null when there is none, or it is no object. */
  readonly document: z.infer<typeof Document> | null
  readonly algorithms: readonly string[] | null
  /** Null when they were not fetched, or are no key set. */
  readonly keys: readonly ProbeKey[] | null
  /** Milliseconds of the fetch; absent where it is not known. */
  readonly now?: number
}

export type ProbeRule = (probe: ProbeView) => readonly Cause[]

/** Reads what came from outside; whatever has another type counts as missing. */
export function probeViewOf(probed: string, answer: ProbeAnswer, trust: DiagnosedTrust): ProbeView {
  const issuer = startOf(probed)
  const document = Document.safeParse(answer.document).data ?? null
  const keys = Keys.safeParse(answer.jwks).data?.keys ?? null
  return {
    issuer,
    host: hostOf(issuer.trim()),
    trust,
    answer,
    document,
    algorithms:
      document?.id_token_signing_alg_values_supported
        ?.slice(0, mostKeys)
        .filter((value) => typeof value === 'string')
        .map(startOf) ?? null,
    keys: keys?.slice(0, mostKeys).flatMap(readKey) ?? null,
    ...(answer.readAt === undefined ? {} : { now: Date.parse(answer.readAt) }),
  }
}

/** Whether an attempt brought a document. */
export function succeeded({ status, error }: ProbeAttempt): boolean {
  return error === undefined && status !== undefined && status >= 200 && status < 300
}

function readKey(key: unknown): ProbeKey[] {
  const read = Key.safeParse(key)
  return read.success ? [read.data] : []
}
