import { X509Certificate } from 'node:crypto'
import type { KeyCredential } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { refuse } from '../core/refusal.ts'
import { applicationFaults } from './application-faults.ts'
import type { KeyBody } from './application-schema.ts'

/**
 * The certificates that a write leaves an application with: a PATCH replaces the whole list, and a key that is already
 * there may be named by its id alone. Throws for what is not a certificate, and for an end beyond the certificate's.
 */
export function readKeys(
  world: World,
  bodies: readonly KeyBody[],
  present: readonly KeyCredential[],
): KeyCredential[] {
  return bodies.map((body) => {
    const known = present.find(({ keyId }) => keyId === body.keyId)
    if (known && !body.key) return { ...known, displayName: body.displayName ?? known.displayName }
    const certificate = certificateIn(body.key ?? '')
    const ends = Date.parse(certificate.validTo)
    const endAt = body.endDateTime ? Date.parse(body.endDateTime) : ends
    const startAt = body.startDateTime ? Date.parse(body.startDateTime) : Date.parse(certificate.validFrom)
    if (endAt > ends || endAt <= startAt) throw refuse(applicationFaults.keyEnd())
    return {
      keyId: body.keyId ?? world.newGuid(),
      displayName: body.displayName ?? nameOf(certificate),
      type: body.type,
      usage: body.usage,
      key: certificate.raw.toString('base64'),
      customKeyIdentifier: Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex').toString('base64'),
      startAt,
      endAt,
    }
  })
}

/** Clients send the DER certificate in base64, or the PEM text in base64 once more. */
function certificateIn(key: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(key, 'base64'))
  } catch {
    throw refuse(applicationFaults.keyValue())
  }
}

function nameOf({ subject }: X509Certificate): string {
  return subject.replaceAll('\n', ', ')
}
