import { createHash, X509Certificate } from 'node:crypto'
import type { NodeAuthOptions } from '@azure/msal-node'
import type { ClientCredential } from '../../config.ts'
import { kubernetesAssertion } from './kubernetes-assertion.ts'
import { managedIdentityAssertion } from './managed-identity-assertion.ts'

type CredentialOptions = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>

/** How MSAL proves to Entra that it is the portal. Assertions are asked for anew by each MSAL client. */
export function credentialOptions(credential: ClientCredential): CredentialOptions {
  if (credential.kind === 'secret') return { clientSecret: credential.secret }
  if (credential.kind === 'certificate') return certificateOptions(credential.pem)
  if (credential.kind === 'managed-identity') return { clientAssertion: managedIdentityAssertion(credential) }
  return { clientAssertion: kubernetesAssertion(credential.tokenFile) }
}

function certificateOptions(pem: string): CredentialOptions {
  const certificate = new X509Certificate(pem)
  const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)
  return {
    clientCertificate: {
      thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex'),
      privateKey: privateKey?.[0] ?? '',
      x5c: certificate.toString(),
    },
  }
}
