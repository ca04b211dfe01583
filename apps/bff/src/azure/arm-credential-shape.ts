import type { IdentityPath } from '@trustwright/shared-schemas'
import { trustId } from '../domain/resource-ids.ts'
import type { StoredCredential } from '../ports.ts'
import { nothingReadable, UnreadableAnswer } from './azure-failures.ts'

/** As the vendor's client reads it, or as it stands in `properties`. */
export interface ArmCredential {
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly issuer?: string | null | undefined
  readonly subject?: string | null | undefined
  readonly audiences?: readonly string[] | null | undefined
  readonly expression?: string | null | undefined
}

/** Fields that Azure left out or sent as null are kept apart from empty ones where it matters: the subject. */
export function toCredential(azure: ArmCredential, path: IdentityPath, name: string): StoredCredential {
  return {
    id: azure.id ?? trustId(path, name),
    name: azure.name ?? name,
    issuer: azure.issuer ?? '',
    subject: azure.subject ?? null,
    audiences: azure.audiences ?? [],
    ...(azure.expression && { expression: azure.expression }),
  }
}

/** The answer to a write. Throws UnreadableAnswer where it holds no values, so that they are read instead. */
export function storedCredential(azure: ArmCredential, path: IdentityPath, name: string): StoredCredential {
  if (azure.issuer) return toCredential(azure, path, name)
  throw new UnreadableAnswer(nothingReadable, 'without the values that were stored')
}
