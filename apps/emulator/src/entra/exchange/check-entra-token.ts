import type { SignInAudience } from '../../kernel/entities/directory.ts'
import { firstParty } from '../../seed-first-party.ts'
import type { World } from '../../kernel/world.ts'
import { readEntraIssuer } from './entra-issuer.ts'
import { exchangeFaults } from './exchange-faults.ts'
import type { Assertion } from './parse-assertion.ts'

/** Who presents the token: an application with the audience it signs people in from, or a managed identity. */
export type ExchangeClient =
  { kind: 'application'; signInAudience: SignInAudience } | { kind: 'managedIdentity' }

/** Subjects of Microsoft's own callers, such as Azure DevOps. */
export function isFirstPartySubject(subject: string): boolean {
  return subject.startsWith('/eid1/')
}

/**
 * Throws unless a token of Entra's own may be exchanged: those of Microsoft's callers (`/eid1/`) for managed identities and
 * single-tenant applications, those of user-assigned identities of the same tenant for applications. Which number
 * belongs to which of the other cases is partly assumed; see differences.ts.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function checkEntraToken(assertion: Assertion, client: ExchangeClient, world: World): void {
  const entra = readEntraIssuer(assertion.issuer, world)
  if (!entra) return
  if (entra.cloud === 'other') throw exchangeFaults.otherCloud()
  if (entra.version === 1) throw exchangeFaults.entraIssued()
  if (entra.tenantId !== world.settings.tenantId) throw exchangeFaults.otherTenant(assertion.issuer)
  if (isFirstPartySubject(assertion.subject)) {
    if (client.kind === 'application' && client.signInAudience !== 'AzureADMyOrg') {
      throw exchangeFaults.multiTenant()
    }
    return
  }
  const { idtyp, scp, xms_mirid: identity, xms_ficinfo: chained } = assertion.claims
  if (idtyp !== 'app' || scp !== undefined) throw exchangeFaults.notApplicationOnly()
  if (client.kind === 'managedIdentity') throw exchangeFaults.entraIssued()
  if (typeof identity !== 'string') throw exchangeFaults.notManagedIdentity()
  if (chained !== undefined) throw exchangeFaults.chained()
}

/** Entra's tokens for the exchange name it by its application id; trusts name it by its address. */
export function namedAudiences({ audiences, issuer }: Assertion, world: World): string[] {
  if (!audiences.includes(firstParty.tokenExchange.appId)) return audiences
  return readEntraIssuer(issuer, world) ? [...audiences, 'api://AzureADTokenExchange'] : audiences
}
