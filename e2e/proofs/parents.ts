import type { TrustDraft } from '@trustwright/federation'
import type { Azure } from './azure.ts'
import { send, sendOk } from './send.ts'

/** What holds trusts: the product tells both kinds apart, so both are proven. */
export interface Parent {
  kind: 'managedIdentity' | 'application'
  clientId: string
  principalId: string
  store: (trust: TrustDraft) => Promise<void>
  remove: (trust: TrustDraft) => Promise<void>
}

export async function makeGroup(azure: Azure, name: string): Promise<void> {
  const { httpsOrigin, subscriptionId, armToken, location } = azure
  const address = `${httpsOrigin}/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(name)}`
  await sendOk('PUT', `${address}?api-version=2021-04-01`, { token: armToken, body: { location } })
}

/** A user-assigned managed identity, whose trusts Azure Resource Manager stores. */
export async function makeIdentity(azure: Azure, group: string, name: string): Promise<Parent> {
  const { httpsOrigin, subscriptionId, armToken: token, location } = azure
  const version = '?api-version=2023-01-31'
  const identity = `${httpsOrigin}/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(group)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
  const { properties } = await sendOk<{ properties: { clientId: string; principalId: string } }>(
    'PUT',
    `${identity}${version}`,
    { token, body: { location } },
  )
  const addressOf = (trust: TrustDraft) => `${identity}/federatedIdentityCredentials/${trust.name}${version}`
  return {
    kind: 'managedIdentity',
    ...properties,
    store: async (trust) => {
      const { issuer, subject, audiences } = trust
      const body = { properties: { issuer, subject, audiences } }
      await sendOk('PUT', addressOf(trust), { token, body })
    },
    remove: async (trust) => {
      await sendOk('DELETE', addressOf(trust), { token })
    },
  }
}

/** A single-tenant application with its service principal, whose trusts Graph stores. */
export async function makeApplication(azure: Azure, displayName: string): Promise<Parent> {
  const { httpsOrigin, graphToken: token } = azure
  const root = `${httpsOrigin}/v1.0`
  const { id, appId } = await sendOk<{ id: string; appId: string }>('POST', `${root}/applications`, {
    token,
    body: { displayName, signInAudience: 'AzureADMyOrg' },
  })
  const principal = await sendOk<{ id: string }>('POST', `${root}/servicePrincipals`, {
    token,
    body: { appId },
  })
  const all = `${root}/applications/${id}/federatedIdentityCredentials`
  return {
    kind: 'application',
    clientId: appId,
    principalId: principal.id,
    store: async (trust) => {
      await sendOk('POST', all, { token, body: trust })
    },
    remove: async ({ name }) => {
      const { status } = await send('DELETE', `${all}/${name}`, { token })
      if (status !== 204) throw new Error(`deleting ${name} answered ${status}`)
    },
  }
}
