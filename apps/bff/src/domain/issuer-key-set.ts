import { createPublicKey, X509Certificate } from 'node:crypto'
import type { JSONWebKeySet, JWK } from 'jose'
import * as z from 'zod'
import type { IssuerKeyFact } from '../issuer-port.ts'

/** Entra keeps the first hundred keys: https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
const mostKept = 100
/** More are counted, not looked at. */
const mostLookedAt = 300
/** https://www.rfc-editor.org/rfc/rfc7518#section-3.3 */
const leastBits = 2048

const text = z.string().max(8_192).optional().catch(undefined)
const short = z.string().max(300).optional().catch(undefined)
/** https://www.rfc-editor.org/rfc/rfc7517#section-4, https://www.rfc-editor.org/rfc/rfc7518#section-6 */
const Key = z.object({
  kty: short,
  use: short,
  alg: short,
  kid: short,
  n: text,
  e: short,
  crv: short,
  x: short,
  y: short,
  x5c: z.array(z.string().max(16_384)).optional().catch(undefined),
})
type Key = z.infer<typeof Key>
/** Members that only the owner of a key has; `k` is the secret of a symmetric one. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The key set without any private part, in the shape the diagnosis reads; what is no set is told by its type alone. */
export function publicPartsOf(value: unknown): unknown {
  const keys = keysIn(value)
  if (keys === null) return { keys: null }
  return {
    keys: keys.map((key) => {
      const { data } = Key.safeParse(key)
      return data === undefined ? null : definedOf(data, ['kty', 'use', 'alg', 'kid', 'n', 'e', 'crv'])
    }),
  }
}

export function keyFactsOf(value: unknown): readonly IssuerKeyFact[] {
  return (keysIn(value) ?? []).slice(0, mostLookedAt).flatMap((entry) => {
    const { data } = Key.safeParse(entry)
    return data === undefined ? [] : [factOf(data, isPrivate(entry))]
  })
}

/** RSA keys for RS256 that nobody else can sign with, and that are none too short for it. */
export function usableKeysOf(value: unknown): JSONWebKeySet | null {
  const keys = keysIn(value)
  if (keys === null) return null
  return {
    keys: keys.slice(0, mostKept).flatMap((entry): JWK[] => {
      const { data } = Key.safeParse(entry)
      if (data === undefined || isPrivate(entry) || data.kty !== 'RSA' || data.use === 'enc') return []
      if (data.alg !== undefined && data.alg !== 'RS256') return []
      const { bits = 0 } = bitsOf(data)
      if (bits < leastBits) return []
      return [{ ...definedOf(data, ['use', 'alg', 'kid', 'n', 'e']), kty: 'RSA' }]
    }),
  }
}

function keysIn(value: unknown): readonly unknown[] | null {
  return z.object({ keys: z.array(z.unknown()) }).safeParse(value).data?.keys ?? null
}

function isPrivate(entry: unknown): boolean {
  return (
    typeof entry === 'object' && entry !== null && privateMembers.some((name) => Object.hasOwn(entry, name))
  )
}

function factOf(key: Key, hasPrivatePart: boolean): IssuerKeyFact {
  return {
    ...definedOf(key, ['kid', 'kty', 'alg', 'use']),
    private: hasPrivatePart,
    ...bitsOf(key),
    ...datesOf(key),
  }
}

function bitsOf({ kty, n, e }: Key): { bits?: number } {
  if (kty !== 'RSA' || n === undefined || e === undefined) return {}
  try {
    const bits = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).asymmetricKeyDetails?.modulusLength
    return bits === undefined ? {} : { bits }
  } catch {
    // No RSA key at all: its size is not known, which is all there is to say.
    return {}
  }
}

function datesOf({ x5c }: Key): Pick<IssuerKeyFact, 'certificateStartsAt' | 'certificateEndsAt'> {
  const [first] = x5c ?? []
  if (first === undefined) return {}
  try {
    const { validFromDate, validToDate } = new X509Certificate(Buffer.from(first, 'base64'))
    return { certificateStartsAt: validFromDate.toISOString(), certificateEndsAt: validToDate.toISOString() }
  } catch {
    // What is no certificate has no dates.
    return {}
  }
}

function definedOf<K extends keyof Key>(key: Key, names: readonly K[]): { [N in K]?: NonNullable<Key[N]> } {
  const members = names.flatMap((name) => (key[name] === undefined ? [] : [[name, key[name]]]))
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(members) as { [N in K]?: NonNullable<Key[N]> }
}
