import type { Application } from '../../kernel/entities/directory.ts'
import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { requireClient } from '../core/client-registration.ts'
import { verifyFederatedAssertion } from '../exchange/federated-assertion.ts'
import { invalidClient, invalidRequest } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export interface ClientCredentials {
  clientId: string | null
  secret: string | null
  assertion: string | null
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
  const basic = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (basic === undefined) {
    return { clientId: form.get('client_id'), secret: form.get('client_secret'), assertion }
  }
  const [clientId = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  return { clientId: decodeForm(clientId), secret: decodeForm(secret), assertion }
}

/** Gives the application once its secret or assertion is proven. Public clients need neither. */
export async function authenticateClient(
  credentials: ClientCredentials,
  world: World,
): Promise<{ application: Application; by: 'secret' | 'assertion' | 'nothing' }> {
  const application = requireClient(credentials.clientId, world)
  if (credentials.assertion !== null) {
    await verifyFederatedAssertion(
      credentials.assertion,
      {
        clientId: application.appId,
        name: application.displayName,
        credentials: world.store.credentials.by('parent', applicationKey(application.objectId)),
      },
      world,
    )
    return { application, by: 'assertion' }
  }
  if (credentials.secret !== null) {
    requireSecret(credentials.secret, application)
    return { application, by: 'secret' }
  }
  return { application, by: 'nothing' }
}

function requireSecret(secret: string, { passwordCredentials, appId }: Application): void {
  if (passwordCredentials.some(({ hash }) => hash === hashOf(secret))) return
  throw invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
  )
}

export function credentialMissing() {
  return invalidClient(
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  )
}

function decodeForm(text: string): string {
  return new URLSearchParams(`value=${text}`).get('value') ?? ''
}
