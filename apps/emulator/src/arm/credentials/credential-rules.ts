import type {
  ClaimsMatchingExpression,
  FederatedCredential,
} from '../../kernel/entities/federated-credential.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import { checkIdentityExpression } from '../../kernel/expressions/check-expression.ts'
import type { Reality } from '../../kernel/reality.ts'
import type { World } from '../../kernel/world.ts'
import { versionsWithExpressions } from '../core/arm-types.ts'
import { credentialFaults, credentialLimit } from './credential-faults.ts'
import { optionalObject, optionalString, wrongType, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'

/** What a write stores. White space and letter case stay as sent: ARM does not tidy. */
export type CredentialFields = Pick<
  FederatedCredential,
  'issuer' | 'subject' | 'claimsMatchingExpression' | 'audiences'
>

const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/
const maxLength = 600

/** Throws unless the name is 3 to 120 letters, digits, `-` or `_`, the first a letter or digit. */
export function demandCredentialName(name: string): void {
  if (!namePattern.test(name)) throw refuse(credentialFaults.name(name))
}

/** Throws 405 where the region of the identity has no support for credentials. */
export function demandRegion(world: World, identity: ManagedIdentity): void {
  if (world.settings.locationsWithoutCredentials.includes(identity.location)) {
    throw refuse(credentialFaults.regionNotEnabled())
  }
}

/**
 * Reads `properties` of a PUT. A wrong issuer or subject passes: Azure finds out at the exchange.
 * Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function readCredential(body: JsonObject, apiVersion: string, reality: Reality): CredentialFields {
  const properties = optionalObject(body, 'properties')
  if (!properties || Object.keys(properties).length === 0) throw refuse(credentialFaults.emptyProperties())
  const issuer = requiredText(properties, 'issuer')
  const claimsMatchingExpression = versionsWithExpressions.includes(apiVersion)
    ? readExpression(properties)
    : null
  const subject = claimsMatchingExpression
    ? (optionalString(properties, 'subject') ?? null)
    : requiredText(properties, 'subject')
  const audiences = readAudiences(properties)
  const fields = { issuer, subject, claimsMatchingExpression, audiences }
  demandLengths(fields)
  demandExpression(fields, reality)
  return fields
}

/** Throws when another credential of the identity matches the same, or when there is no room. */
export function demandRoom(fields: CredentialFields, others: readonly FederatedCredential[]): void {
  const taken = others.some(
    ({ issuer, subject, claimsMatchingExpression: expression }) =>
      issuer === fields.issuer &&
      subject === fields.subject &&
      expression?.value === fields.claimsMatchingExpression?.value,
  )
  if (taken) throw refuse(credentialFaults.duplicate())
  if (others.length >= credentialLimit) throw refuse(credentialFaults.limitReached())
}

function readExpression(properties: JsonObject): ClaimsMatchingExpression | null {
  const given = optionalObject(properties, 'claimsMatchingExpression')
  if (!given) return null
  const value = requiredText(given, 'value')
  const { languageVersion } = given
  if (typeof languageVersion !== 'number') {
    throw wrongType('properties.claimsMatchingExpression.languageVersion', 'a number')
  }
  return { value, languageVersion }
}

/** Throws unless there is exactly one of subject and expression, and the directory takes the expression. */
function demandExpression(fields: CredentialFields, reality: Reality): void {
  const { issuer, subject, claimsMatchingExpression } = fields
  if (!claimsMatchingExpression) return
  if (subject !== null) throw refuse(credentialFaults.subjectAndExpression())
  const problem = checkIdentityExpression(issuer, claimsMatchingExpression, reality)
  if (problem) throw refuse(credentialFaults.expression(problem))
}

function requiredText(properties: JsonObject, name: string): string {
  const value = properties[name]
  if (value === undefined || value === null || value === '') throw refuse(credentialFaults.missingField())
  if (typeof value !== 'string') throw wrongType(`properties.${name}`, 'a string')
  return value
}

function readAudiences(properties: JsonObject): string[] {
  const { audiences } = properties
  if (audiences === undefined || audiences === null) throw refuse(credentialFaults.missingField())
  if (!Array.isArray(audiences)) throw wrongType('properties.audiences', 'an array of strings')
  const texts = audiences.map((audience: unknown) => {
    if (typeof audience !== 'string') throw wrongType('properties.audiences', 'an array of strings')
    return audience
  })
  if (texts.length !== 1) throw refuse(credentialFaults.audienceCount())
  if (texts[0] === '') throw refuse(credentialFaults.missingField())
  return texts
}

function demandLengths({ issuer, subject, audiences }: CredentialFields): void {
  for (const [field, value] of [
    ['issuer', issuer],
    ['subject', subject ?? ''],
    ['audiences', audiences[0] ?? ''],
  ] as const) {
    if (value.length > maxLength) throw refuse(credentialFaults.tooLong(field))
  }
}
