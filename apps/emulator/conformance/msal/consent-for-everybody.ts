import type { Client } from '@microsoft/microsoft-graph-client'
import { z } from 'zod'

const principal = z.object({ id: z.guid() })

/** What an administrator does once for everybody: lets a client ask a resource for these scopes. */
export async function consentForEverybody(
  graph: Client,
  grant: { client: string; resource: string; scope: string },
): Promise<void> {
  const idOf = async (appId: string) =>
    principal.parse(await graph.api(`/servicePrincipals(appId='${appId}')`).select('id').get()).id
  await graph.api('/oauth2PermissionGrants').post({
    clientId: await idOf(grant.client),
    consentType: 'AllPrincipals',
    resourceId: await idOf(grant.resource),
    scope: grant.scope,
  })
}
