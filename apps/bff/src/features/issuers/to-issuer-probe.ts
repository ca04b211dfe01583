import type { Cause } from '@trustwright/federation'
import type { IssuerProbe } from '@trustwright/shared-schemas'
import type { IssuerKeyFact, IssuerReading, ReadDocument } from '../../issuer-port.ts'

const mostListed = 100

export function toIssuerProbe(
  { issuer, readAt, document, keys, keyFacts }: IssuerReading,
  causes: readonly Cause[],
): IssuerProbe {
  const named = document.ok ? fieldsOf(document.value) : {}
  return {
    issuer,
    readAt: readAt.toISOString(),
    document: {
      ...fetchedOf(document),
      issuer: textOf(named.issuer),
      isSame: named.issuer === issuer,
      jwksUri: textOf(named.jwks_uri),
    },
    keys: keys && {
      ...fetchedOf(keys),
      onOtherHost: hostOf(keys.address) !== hostOf(document.address),
      list: keyFacts.slice(0, mostListed).map(listed),
    },
    causes: causes.map(({ alignments, ...cause }) => ({
      ...cause,
      ...(alignments && {
        alignments: alignments.map(({ parts, ...rest }) => ({ ...rest, parts: [...parts] })),
      }),
    })),
  }
}

function fetchedOf(read: ReadDocument) {
  const { address, milliseconds } = read
  if (read.ok)
    return { address, milliseconds, outcome: 'read' as const, status: null, detail: null, redirectedTo: null }
  const { status = null, detail = null, redirectedTo = null } = read.facts
  return { address, milliseconds, outcome: read.reason, status, detail, redirectedTo }
}

function listed({ private: isPrivate, ...fact }: IssuerKeyFact) {
  const { kid = null, kty = null, alg = null, use = null, bits = null } = fact
  const { certificateStartsAt = null, certificateEndsAt = null } = fact
  return { kid, kty, alg, use, bits, isPrivate, certificateStartsAt, certificateEndsAt }
}

function fieldsOf(value: unknown): { readonly issuer?: unknown; readonly jwks_uri?: unknown } {
  return typeof value === 'object' && value !== null ? value : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function hostOf(address: string): string | null {
  return URL.parse(address)?.host ?? null
}
