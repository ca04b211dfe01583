import { FetchRefusedError, type GuardedFetch } from '../guarded-fetch/guarded-fetch-types.ts'
import { parseJson } from '../guarded-fetch/parse-json.ts'
import type { IssuerReading, ReadDocument } from '../issuer-port.ts'
import type { Clock } from '../ports.ts'
import { keyFactsOf, publicPartsOf, usableKeysOf } from './issuer-key-set.ts'
import { discoveryOf } from './issuer-document.ts'

export interface ReadIssuerDeps {
  readonly fetch: GuardedFetch
  readonly clock: Clock
}

/**
 * Reads the discovery document where Entra looks for it, and then the keys where the document says; each by the whole
 * guard. https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export async function readIssuer({ fetch, clock }: ReadIssuerDeps, issuer: string): Promise<IssuerReading> {
  const readAt = new Date(clock.now())
  const fetched = await readDocument(fetch, documentAddress(issuer))
  const document: ReadDocument = fetched.ok ? { ...fetched, value: discoveryOf(fetched.value) } : fetched
  const named = fetched.ok ? fieldsOf(fetched.value) : {}
  if (typeof named.jwks_uri !== 'string') {
    return { issuer, readAt, document, keys: null, keyFacts: [], jwks: null }
  }
  const keys = await readDocument(fetch, named.jwks_uri)
  if (!keys.ok) return { issuer, readAt, document, keys, keyFacts: [], jwks: null }
  return {
    issuer,
    readAt,
    document,
    keys: { ...keys, value: publicPartsOf(keys.value) },
    keyFacts: keyFactsOf(keys.value),
    jwks: named.issuer === issuer ? usableKeysOf(keys.value) : null,
  }
}

/** One slash at the end of an issuer is not doubled: https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest */
export function documentAddress(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

async function readDocument(fetch: GuardedFetch, asked: string): Promise<ReadDocument> {
  const began = performance.now()
  const address = asked.slice(0, 700)
  const milliseconds = () => Math.round(performance.now() - began)
  try {
    const { status, headers, body } = await fetch(asked)
    if (status < 200 || status > 299) {
      return { ok: false, address, milliseconds: milliseconds(), reason: 'status', facts: { status } }
    }
    // A web page is told from its type; issuers on plain storage send many others.
    if (/html/i.test(headers.get('content-type') ?? '')) throw new FetchRefusedError('content', { status })
    return { ok: true, address, milliseconds: milliseconds(), value: parseJson(body) }
  } catch (error) {
    if (!(error instanceof FetchRefusedError)) throw error
    return { ok: false, address, milliseconds: milliseconds(), reason: error.reason, facts: error.facts }
  }
}

function fieldsOf(value: unknown): { readonly issuer?: unknown; readonly jwks_uri?: unknown } {
  return typeof value === 'object' && value !== null ? value : {}
}
