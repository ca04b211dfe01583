import type { ManagedServiceIdentityClient } from '@azure/arm-msi'
import type { Client } from '@microsoft/microsoft-graph-client'
import { z } from 'zod'
import type { AzureCli } from '../azure-cli/azure-cli.ts'
import { given } from '../../src/testing/given.ts'

export interface Trust {
  issuer: string
  subject: string
  audiences: string[]
}

/** Who may sign in once the trust is there. */
export interface Trusted {
  clientId: string
  principalId: string
}

/** Makes an identity or application called `name` that trusts the outside token. */
export type TrustMaker = (name: string, trust: Trust) => Promise<Trusted>

interface Place {
  subscriptionId: string
  group: string
  location: string
}

const made = z.object({ id: z.guid(), appId: z.guid() })

async function makeIdentity(msi: ManagedServiceIdentityClient, { group, location }: Place, name: string) {
  const { clientId, principalId } = await msi.userAssignedIdentities.createOrUpdate(group, name, { location })
  return { clientId: given(clientId, 'a client id'), principalId: given(principalId, 'a principal') }
}

export function byArmMsi(msi: ManagedServiceIdentityClient, place: Place): TrustMaker {
  return async (name, trust) => {
    const trusted = await makeIdentity(msi, place, name)
    await msi.federatedIdentityCredentials.createOrUpdate(place.group, name, 'outside', trust)
    return trusted
  }
}

export function byAzureCli(az: AzureCli, msi: ManagedServiceIdentityClient, place: Place): TrustMaker {
  return async (name, trust) => {
    const trusted = await makeIdentity(msi, place, name)
    const { subscriptionId, group } = place
    const url = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}/federatedIdentityCredentials/outside?api-version=2023-01-31`
    await az.json('rest', { method: 'put', url, body: JSON.stringify({ properties: trust }) })
    return trusted
  }
}

export function byGraphClient(graph: Client): TrustMaker {
  return async (name, trust) => {
    const { id, appId } = made.parse(
      await graph.api('/applications').post({ displayName: name, signInAudience: 'AzureADMyOrg' }),
    )
    const principal = made.parse(await graph.api('/servicePrincipals').post({ appId }))
    await graph.api(`/applications/${id}/federatedIdentityCredentials`).post({ name: 'outside', ...trust })
    return { clientId: appId, principalId: principal.id }
  }
}
