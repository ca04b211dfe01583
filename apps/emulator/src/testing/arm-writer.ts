import { z } from 'zod'
import { automationClient, githubIssuer, subscriptions, tenantId, tokenExchangeAudience } from '../seed.ts'

const apiVersion = 'api-version=2024-11-30'
const group = `/subscriptions/${subscriptions.development.subscriptionId}/resourceGroups/rg-pay-dev`
const credentialList = z.object({
  value: z.array(z.object({ name: z.string(), properties: z.object({ subject: z.string() }) })),
})

/** A program that writes over HTTP as the automation client. */
export async function armWriter(origin: string) {
  const reply = await fetch(`${origin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: automationClient.clientId,
      client_secret: automationClient.clientSecret,
      scope: 'https://management.azure.com/.default',
    }),
  })
  const { access_token: token } = z.object({ access_token: z.string() }).parse(await reply.json())

  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const identityPath = (name: string) =>
    `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
  const credentialPath = (identity: string, name: string) =>
    `${identityPath(identity)}/federatedIdentityCredentials/${name}?${apiVersion}`
  return {
    send,
    credentialPath,
    putIdentity: (name: string) =>
      send('PUT', `${identityPath(name)}?${apiVersion}`, { location: 'westeurope' }),
    putCredential: (identity: string, name: string, subject: string) =>
      send('PUT', credentialPath(identity, name), {
        properties: { issuer: githubIssuer, subject, audiences: [tokenExchangeAudience] },
      }),
    deleteCredential: (identity: string, name: string) => send('DELETE', credentialPath(identity, name)),
    /** Subjects by name. */
    credentials: async (identity: string) => {
      const answer = await send('GET', `${identityPath(identity)}/federatedIdentityCredentials?${apiVersion}`)
      return new Map(
        credentialList.parse(answer).value.map(({ name, properties }) => [name, properties.subject]),
      )
    },
    /** How many identities carry this text in their names. */
    countIdentities: async (text: string) => {
      let path = `/subscriptions/${subscriptions.development.subscriptionId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities?${apiVersion}`
      let found = 0
      while (path !== '') {
        const page = identityPage.parse(await send('GET', path))
        found += page.value.filter(({ name }) => name.includes(text)).length
        path = page.nextLink === undefined ? '' : page.nextLink.slice(new URL(page.nextLink).origin.length)
      }
      return found
    },
  }
}

const identityPage = z.object({
  value: z.array(z.object({ name: z.string() })),
  nextLink: z.string().optional(),
})

export type ArmWriter = Awaited<ReturnType<typeof armWriter>>
