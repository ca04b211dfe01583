import { limits } from '@trustwright/shared-schemas'
import { keepsDescription, sameValues } from '../../domain/fingerprint.ts'
import { PortalError } from '../../errors.ts'
import type { CredentialValues, StoredCredential } from '../../ports.ts'

/** What a trust meets at Azure. `create`: its name and its pair are free, and there is room. */
export type Meeting =
  | { readonly kind: 'create' }
  | { readonly kind: 'already-there'; readonly stored: StoredCredential }
  | { readonly kind: 'against'; readonly problem: PortalError }

/** Azure takes issuer and subject, or issuer and pattern, once on each identity or application. */
export function pairOf({ issuer, subject, expression }: CredentialValues): string {
  return JSON.stringify([issuer, subject, expression ?? null])
}

/** Beside everything that is stored on its parent. */
export function meet(stored: readonly StoredCredential[], name: string, values: CredentialValues): Meeting {
  const named = stored.find((other) => other.name.toLowerCase() === name.toLowerCase())
  if (named && sameValues(named, values) && keepsDescription(named, values)) {
    return { kind: 'already-there', stored: named }
  }
  if (named) {
    const words = `The name ${named.name} is taken by a trust with other values: ${differences(named, values)}.`
    return against('TRUST_NAME_TAKEN', words)
  }
  const paired = stored.find((other) => pairOf(other) === pairOf(values))
  if (paired) {
    return against('TRUST_PAIR_TAKEN', `The trust ${paired.name} has the same issuer and subject already.`)
  }
  if (stored.length >= limits.trustsPerIdentity) {
    return { kind: 'against', problem: new PortalError('TRUST_LIMIT_REACHED') }
  }
  return { kind: 'create' }
}

/** Only what differs, both sides. */
function differences(stored: StoredCredential, wanted: CredentialValues): string {
  const [there, asked] = [told(stored), told(wanted)]
  const differing = Object.keys(there).filter((name) => there[name] !== asked[name])
  return differing
    .map((name) => `its ${name} is ${there[name] ?? 'empty'}, asked for was ${asked[name] ?? 'none'}`)
    .join('; ')
}

function told({ issuer, subject, expression, audiences, description }: CredentialValues) {
  const values: Record<string, string | undefined> = {
    issuer,
    subject: subject ?? undefined,
    pattern: expression ?? undefined,
    audience: audiences.join(', '),
    description: description || undefined,
  }
  return values
}

function against(code: 'TRUST_NAME_TAKEN' | 'TRUST_PAIR_TAKEN', detail: string): Meeting {
  return { kind: 'against', problem: new PortalError(code, { detail: `${detail} It was left as it is.` }) }
}
