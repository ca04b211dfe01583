import type { Application } from '../../kernel/entities/directory.ts'
import { applicationKey, type FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { credentialsSeenByExchange } from '../../kernel/credential-writes.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { Tenant } from '../../kernel/tenants.ts'
import type { World } from '../../kernel/world.ts'
import { isPublicClient, requireClient } from '../core/client-registration.ts'
import { invalidClient, invalidRequest } from '../core/refusal.ts'
import { verifyFederatedAssertion } from '../exchange/federated-assertion.ts'
import { isSelfIssued, verifyCertificateAssertion } from './certificate-assertion.ts'
import { requireSecret } from './client-secret.ts'
import { newSignInNotes, type SignInNotes } from './sign-in-notes.ts'
import type { ClientProof } from './tokens.ts'

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export interface ClientCredentials {
  clientId: string | null
  secret: string | null
  assertion: string | null
  /** Address the request came to: a self-issued assertion may name it as its audience. */
  endpoint: string
  notes: SignInNotes
}

/** Reads the client's credentials from the form or from a Basic header (https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1). */
export function readClientCredentials(request: EmulatorRequest, form: URLSearchParams): ClientCredentials {
  const type = form.get('client_assertion_type')
  const assertion = form.get('client_assertion')
  if (assertion !== null && type !== assertionType) {
    throw invalidRequest(
      900144,
      "The request body must contain the following parameter: 'client_assertion_type'.",
    )
  }
  const endpoint = `${request.origin}${request.path}`
  const shared = { assertion, endpoint, notes: newSignInNotes() }
  const basic = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (basic === undefined) {
    return { clientId: form.get('client_id'), secret: form.get('client_secret'), ...shared }
  }
  const decoded = Buffer.from(basic, 'base64').toString('utf8')
  const cut = decoded.indexOf(':')
  const [clientId, secret] = cut === -1 ? [decoded, ''] : [decoded.slice(0, cut), decoded.slice(cut + 1)]
  return { clientId: decodeForm(clientId), secret: decodeForm(secret), ...shared }
}

/** Gives the application once its secret, certificate or outside token is proven. Public clients need none. */
export async function authenticateClient(
  credentials: ClientCredentials,
  world: World,
  tenant?: Tenant,
): Promise<{ application: Application; by: ClientProof }> {
  const { assertion, secret, notes } = credentials
  const application = requireClient(credentials.clientId, world, tenant?.displayName)
  if (assertion === null && secret === null) return { application, by: 'nothing' }
  if (assertion !== null && secret !== null) throw twoCredentials()
  if (holdsNone(application, world)) throw publicClient()
  if (secret !== null) {
    notes.credentialType = 'clientSecret'
    requireSecret(secret, application, world.clock.now())
    return { application, by: 'secret' }
  }
  await verifyAssertion(assertion ?? '', application, credentials, world)
  return { application, by: 'assertion' }
}

async function verifyAssertion(
  assertion: string,
  application: Application,
  { notes, endpoint }: ClientCredentials,
  world: World,
): Promise<void> {
  if (isSelfIssued(assertion, application.appId)) {
    notes.credentialType = 'certificate'
    await verifyCertificateAssertion(assertion, application, assertionAudiences(endpoint, world), world)
    return
  }
  notes.credentialType = 'federatedIdentityCredential'
  const trusted = await verifyFederatedAssertion(
    assertion,
    {
      clientId: application.appId,
      name: application.displayName,
      object: { kind: 'application', signInAudience: application.signInAudience },
      credentials: credentialsSeenByExchange(world, applicationKey(application.objectId)),
    },
    world,
  )
  noteCredential(notes, trusted)
}

export function noteCredential(notes: SignInNotes, { id, issuer }: FederatedCredential): void {
  notes.credentialType = 'federatedIdentityCredential'
  notes.federatedCredentialId = id
  notes.federatedTokenIssuer = issuer
}

/** The endpoint asked, the tenant's own endpoint and the tenant's issuer, under the emulator's names and under Entra's. */
function assertionAudiences(endpoint: string, { settings }: World): string[] {
  const { httpsOrigin, tenantId } = settings
  const tenants = [httpsOrigin, 'https://login.microsoftonline.com'].map((origin) => `${origin}/${tenantId}`)
  return [
    endpoint,
    ...tenants.flatMap((base) => [`${base}/oauth2/v2.0/token`, `${base}/oauth2/token`, `${base}/v2.0`]),
  ]
}

function holdsNone(application: Application, { store }: World): boolean {
  if (!isPublicClient(application)) return false
  const { passwordCredentials, keyCredentials, objectId } = application
  if (passwordCredentials.length + keyCredentials.length > 0) return false
  return store.credentials.by('parent', applicationKey(objectId)).length === 0
}

function publicClient() {
  return invalidClient(
    700025,
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  )
}

/** (u) */
export function twoCredentials() {
  return invalidRequest(
    9002313,
    "Invalid request. Request is malformed or invalid. Only one of 'client_assertion' and 'client_secret' may be presented.",
  )
}

export function credentialMissing() {
  return invalidClient(
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  )
}

/** What an application is told that wants a token for itself. https://github.com/MicrosoftDocs/azure-docs/issues/30777 */
export function applicationCredentialMissing() {
  return invalidClient(
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  )
}

function decodeForm(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? ''
}
