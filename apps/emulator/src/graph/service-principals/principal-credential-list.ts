import type { GraphCall } from '../core/graph-call.ts'
import { credentialType } from '../credentials/credential-type.ts'
import { principalToRead } from './find-principal.ts'
import { credentialsOfPrincipal } from './principal-type.ts'
import { objectIdOf } from './principals.ts'

export const principalCredentialsPath = '/servicePrincipals[principal]/federatedIdentityCredentials'

/** The credentials of the service principal in the path. Throws 404. */
export function principalCredentialList(call: GraphCall) {
  const principal = principalToRead(call)
  const credentials = credentialsOfPrincipal(principal, call)
  return {
    credentials,
    type: credentialType.info,
    context: `servicePrincipals('${objectIdOf(principal)}')/federatedIdentityCredentials`,
    items: credentials.map((credential) => credentialType.item(credential, call)),
  }
}
