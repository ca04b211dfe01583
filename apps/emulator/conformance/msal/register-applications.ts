import { randomUUID } from 'node:crypto'
import type { Client } from '@microsoft/microsoft-graph-client'
import { z } from 'zod'

const made = z.object({ id: z.guid(), appId: z.guid() })
const secret = z.object({ secretText: z.string() })

export interface RegisteredApplication {
  id: string
  appId: string
}

export interface RegisteredApi extends RegisteredApplication {
  clientSecret: string
  /** Scope that a client asks for to call it. */
  scope: string
}

/** An application with a principal in the tenant. */
export async function registerApplication(
  graph: Client,
  body: Record<string, unknown>,
): Promise<RegisteredApplication> {
  const application = made.parse(
    await graph.api('/applications').post({ signInAudience: 'AzureADMyOrg', ...body }),
  )
  await graph.api('/servicePrincipals').post({ appId: application.appId })
  return application
}

/** A middle tier: an API with one scope, which the clients named may use without being asked. */
export async function registerApi(graph: Client, clients: readonly string[]): Promise<RegisteredApi> {
  const scopeId = randomUUID()
  const { id, appId } = await registerApplication(graph, { displayName: 'judge-api' })
  const oauth2PermissionScopes = [
    {
      id: scopeId,
      value: 'access_as_user',
      type: 'User',
      isEnabled: true,
      adminConsentDisplayName: 'Access as the person',
      adminConsentDescription: 'Lets a client call the API as the person',
      userConsentDisplayName: 'Access as you',
      userConsentDescription: 'Lets a client call the API as you',
    },
  ]
  await graph.api(`/applications/${id}`).patch({
    identifierUris: [`api://${appId}`],
    api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes },
  })
  const preAuthorizedApplications = clients.map((client) => ({
    appId: client,
    delegatedPermissionIds: [scopeId],
  }))
  await graph.api(`/applications/${id}`).patch({ api: { preAuthorizedApplications } })
  const { secretText } = secret.parse(
    await graph.api(`/applications/${id}/addPassword`).post({ passwordCredential: { displayName: 'judge' } }),
  )
  return { id, appId, clientSecret: secretText, scope: `api://${appId}/access_as_user` }
}
