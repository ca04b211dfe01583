import { graphEndpointOf } from './workload-context.ts'
import type { ExportContext, ExportedTrust } from './export.ts'
import { expressionOf, type ApplicationParent } from './definition.ts'

export interface GraphRequest {
  readonly method: 'PATCH' | 'POST'
  readonly address: string
  /** Reads the trust back. */
  readonly check: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * Stores a trust on an application: made, or changed where its name is there already.
 * https://learn.microsoft.com/graph/api/federatedidentitycredential-upsert
 * A claims expression is known to the beta version alone, whose documents show it with POST: a second run is refused.
 * https://learn.microsoft.com/entra/workload-id/workload-identities-set-up-flexible-federated-identity-credential
 */
export function graphRequest(
  context: ExportContext,
  parent: ApplicationParent,
  trust: ExportedTrust,
): GraphRequest {
  const flexible = expressionOf(trust) !== null
  const root = `${graphEndpointOf(context)}/${flexible ? 'beta' : 'v1.0'}`
  const all = `${root}/applications(appId='${keyText(parent.appId)}')/federatedIdentityCredentials`
  const { name, ...rest } = graphBody(trust)
  const check = `${all}(name='${keyText(trust.name)}')`
  return flexible
    ? { method: 'POST', address: all, check, headers: {}, body: { name, ...rest } }
    : { method: 'PATCH', address: check, check, headers: { Prefer: 'create-if-missing' }, body: rest }
}

export interface GraphCredential {
  readonly name: string
  readonly issuer: string
  readonly subject?: string | null
  readonly claimsMatchingExpression?: { readonly value: string; readonly languageVersion: 1 }
  readonly audiences: readonly string[]
  readonly description?: string
}

/** The entity as Graph takes it. */
export function graphBody(trust: ExportedTrust): GraphCredential {
  const { name, issuer, subject, audiences, description } = trust
  const expression = expressionOf(trust)
  return {
    name,
    issuer,
    ...(expression === null
      ? { subject }
      : { claimsMatchingExpression: { value: expression, languageVersion: 1 } }),
    audiences,
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
  }
}

/** A key of OData inside an address. https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_KeyPredicate */
function keyText(value: string): string {
  return encodeURIComponent(value.replaceAll("'", "''"))
}
