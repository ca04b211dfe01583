import { createHash } from 'node:crypto'
import type { InventoryParent, TrustParent } from '@trustwright/shared-schemas'
import type { Caller, StoredCredential } from '../ports.ts'

/** Whose reading it is: `person:<objectId>`, or `portal` for the portal's own identity. */
export type InventoryOwner = string
export const portalOwner: InventoryOwner = 'portal'

export function personOwner({ objectId }: Pick<Caller, 'objectId'>): InventoryOwner {
  return `person:${objectId}`
}

/** The body of a stored trust. */
export interface StoredTrust {
  readonly parent: TrustParent
  readonly credential: StoredCredential
}

/** The body of a stored parent. */
export type StoredParent = InventoryParent

/**
 * SHA-256, base64url, of what counts as the values of a trust. How Azure spells its resource ID does not: lists differ in it.
 */
export function trustPrint({ credential }: StoredTrust): string {
  const { name, issuer, subject, audiences, description, expression, credentialId } = credential
  return printOf([
    name,
    issuer,
    subject,
    audiences,
    description ?? null,
    expression || null,
    credentialId ?? null,
  ])
}

/** The same of a parent. Its last sign-in does not count, or every day would be a change. */
export function parentPrint(parent: StoredParent): string {
  return printOf({ ...parent, lastSignInAt: null })
}

function printOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url')
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const names = Object.keys(value).toSorted()
  const parts = names.flatMap((name) => {
    // Only own keys are read.
    const inner = (value as Record<string, unknown>)[name]
    return inner === undefined ? [] : [`${JSON.stringify(name)}:${canonical(inner)}`]
  })
  return `{${parts.join()}}`
}
