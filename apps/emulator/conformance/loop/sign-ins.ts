import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TokenCredential } from '@azure/core-auth'
import { ClientAssertionCredential, WorkloadIdentityCredential } from '@azure/identity'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { credentialOptions } from '../sdk/clients.ts'
import type { Target } from '../target/target.ts'

/** Signs in with an outside token, as one of Microsoft's clients does it. */
export type SignIn = (clientId: string, token: string) => TokenCredential

export function byAssertion(target: Target): SignIn {
  return (clientId, token) =>
    new ClientAssertionCredential(
      target.tenantId,
      clientId,
      () => Promise.resolve(token),
      credentialOptions(target),
    )
}

/** `folder` holds the token files. */
export function byWorkloadIdentity(target: Target, folder: string): SignIn {
  return (clientId, token) => {
    const tokenFilePath = join(folder, clientId)
    writeFileSync(tokenFilePath, token)
    const { tenantId } = target
    return new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath, ...credentialOptions(target) })
  }
}

export function byMsal(target: Target): SignIn {
  return (clientId, clientAssertion) => {
    const client = new ConfidentialClientApplication({
      auth: {
        clientId,
        clientAssertion,
        authority: `${target.authorityHost}/${target.tenantId}`,
        knownAuthorities: [new URL(target.authorityHost).host],
      },
    })
    return {
      getToken: async (scopes) => {
        const result = await client.acquireTokenByClientCredential({
          scopes: typeof scopes === 'string' ? [scopes] : scopes,
        })
        if (result === null) return null
        return { token: result.accessToken, expiresOnTimestamp: result.expiresOn?.getTime() ?? 0 }
      },
    }
  }
}
