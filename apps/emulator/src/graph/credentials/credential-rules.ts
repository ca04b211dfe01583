import { checkApplicationExpression } from '../../kernel/expressions/check-expression.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { World } from '../../kernel/world.ts'
import { refuse } from '../core/refusal.ts'
import type { mergedFields } from './credential-body.ts'
import { credentialFaults, type Property } from './credential-faults.ts'

export type Draft = Pick<
  FederatedCredential,
  'name' | 'issuer' | 'subject' | 'claimsMatchingExpression' | 'audiences' | 'description'
>

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredential#properties */
const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/
const longest = 600
const mostOnOneObject = 20

/**
 * Throws unless the fields make a credential that the directory takes. A wrong issuer or subject passes: only the exchange
 * finds out. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function demandFields(world: World, fields: ReturnType<typeof mergedFields>): Draft {
  const { name, issuer, subject, audiences, description, claimsMatchingExpression } = fields
  if (name === undefined || name === '') throw refuse(credentialFaults.required('Name'))
  if (!namePattern.test(name)) throw refuse(credentialFaults.name(name))
  if (issuer === undefined || issuer === '') throw refuse(credentialFaults.required('Issuer'))
  if (!isUrl(issuer)) throw refuse(credentialFaults.notUrl(issuer))
  if (audiences === undefined) throw refuse(credentialFaults.required('Audiences'))
  if (audiences.length !== 1) throw refuse(credentialFaults.audiences(audiences.length))
  const [audience = ''] = audiences
  if (audience === '') throw refuse(credentialFaults.required('Audiences'))
  const expression = claimsMatchingExpression ?? null
  if (!subject && !expression) throw refuse(credentialFaults.required('Subject'))
  if (subject && expression) throw refuse(credentialFaults.bothMatches())
  demandLength('Issuer', issuer)
  demandLength('Subject', subject ?? '')
  demandLength('Audiences', audience)
  demandLength('Description', description ?? '')
  if (world.reality.refusedIssuers.includes(issuer)) throw refuse(credentialFaults.refusedIssuer(issuer))
  const problem = expression && checkApplicationExpression(issuer, expression, world.reality)
  if (problem) throw refuse({ status: 400, ...problem })
  return {
    name,
    issuer,
    audiences,
    subject: subject || null,
    description: description ?? null,
    claimsMatchingExpression: expression,
  }
}

/** Throws when the name or the pair of issuer and subject is taken, or when there are twenty already. */
export function demandPlace(draft: Draft, others: readonly FederatedCredential[]): void {
  if (others.some(({ name }) => name.toLowerCase() === draft.name.toLowerCase())) {
    throw refuse(credentialFaults.sameName(draft.name))
  }
  demandOwnPair(draft, others)
  if (others.length >= mostOnOneObject) throw refuse(credentialFaults.full())
}

/** Throws when another credential has this issuer and subject. */
export function demandOwnPair({ issuer, subject }: Draft, others: readonly FederatedCredential[]): void {
  if (subject === null) return
  const taken = others.some((other) => other.issuer === issuer && other.subject === subject)
  if (taken) throw refuse(credentialFaults.samePair(issuer, subject))
}

function demandLength(property: Property, value: string): void {
  if (value.length > longest) throw refuse(credentialFaults.tooLong(property, value))
}

function isUrl(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '')
}
