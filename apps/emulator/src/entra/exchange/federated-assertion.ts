import { compactVerify, errors, importJWK } from 'jose'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { World } from '../../kernel/world.ts'
import { invalidClient } from '../core/refusal.ts'
import { fetchIssuerKeys } from './issuer-keys.ts'
import { parseAssertion, type Assertion } from './parse-assertion.ts'

/** Who presents an outside token, with what its object trusts. */
export interface FederatedClient {
  clientId: string
  name: string
  credentials: readonly FederatedCredential[]
}

const oldHelp = 'https://docs.microsoft.com/en-us/azure/active-directory/develop/workload-identity-federation'
const check =
  'Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.'
const skewMs = 5 * 60 * 1000

/**
 * Proves an outside token against a client's federated identity credentials. Matching comes before anything is
 * fetched: matching errors are seen with issuers that nobody can reach.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export async function verifyFederatedAssertion(
  token: string,
  client: FederatedClient,
  world: World,
): Promise<void> {
  if (client.credentials.length === 0) {
    throw invalidClient(
      70025,
      `The client '${client.clientId}'(${client.name}) has no configured federated identity credentials.`,
    )
  }
  const assertion = parseAssertion(token)
  matchCredentials(assertion, client.credentials)
  await verifySignature(token, assertion, world)
  checkLifetime(assertion, world.clock.now())
}

/** Issuer, then audience, then subject, each compared letter by letter. */
function matchCredentials(assertion: Assertion, credentials: readonly FederatedCredential[]): void {
  const { issuer, subject, audiences } = assertion
  const ofIssuer = credentials.filter((credential) => credential.issuer === issuer)
  if (ofIssuer.length === 0) throw noMatch(700211, `issuer '${issuer}'`)
  const ofAudience = ofIssuer.filter((credential) =>
    credential.audiences.some((audience) => audiences.includes(audience)),
  )
  if (ofAudience.length === 0) throw noMatch(700212, `audience '${audiences.join(',')}'`)
  if (ofAudience.some((credential) => credential.subject === subject)) return
  const lower = subject.toLowerCase()
  if (ofAudience.some((credential) => credential.subject?.toLowerCase() === lower)) {
    throw invalidClient(
      7002138,
      `No matching federated identity record found for presented assertion subject '${subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. See documentation at: https://learn.microsoft.com/entra/workload-id/workload-identity-federation. See breaking change notification and remediation at: https://learn.microsoft.com/en-us/entra/identity-platform/reference-breaking-changes#august-2024.`,
    )
  }
  throw noMatch(700213, `subject '${subject}'`)
}

function noMatch(code: number, what: string) {
  return invalidClient(
    code,
    `No matching federated identity record found for presented assertion ${what}. ${check} ${oldHelp}`,
  )
}

async function verifySignature(token: string, assertion: Assertion, world: World): Promise<void> {
  const { issuer, kid } = assertion
  const keys = await fetchIssuerKeys(issuer, world)
  const key = keys.find((each) => each.kid === kid)
  if (!key) {
    throw invalidClient(
      7000272,
      `The certificate with identifier ${kid} used to sign the federated credential could not be found in the metadata of identity provider ${issuer}. Please validate that your Identity Provider's metadata exposes the key used to sign the incoming token.`,
    )
  }
  try {
    await compactVerify(token, await importJWK(key, 'RS256'), { algorithms: ['RS256'] })
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    throw invalidClient(700027, 'Client assertion failed signature validation.')
  }
}

function checkLifetime({ validFrom, expiresAt }: Assertion, now: number): void {
  if (now + skewMs >= validFrom && now - skewMs < expiresAt) return
  throw invalidClient(
    700024,
    `Client assertion is not within its valid time range. Current time: ${sevenDigits(now)}, assertion valid from ${sevenDigits(validFrom)}, expiry time of assertion ${sevenDigits(expiresAt)}. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .`,
  )
}

/** .NET's round-trip format: seven digits of a second. */
function sevenDigits(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '0000Z')
}
