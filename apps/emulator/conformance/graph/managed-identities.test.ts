import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { given } from '../../src/testing/given.ts'
import { armClients, automationCredential } from '../sdk/clients.ts'
import { openTarget } from '../target/target.ts'
import { graphClient } from './graph-client.ts'

const target = await openTarget()
const credential = automationCredential(target)
const graph = graphClient(target, credential)
const { msi, resources } = armClients(target, credential)
const group = target.groupName('mirror')
const fields = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo-repo:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}
const list = z.object({ value: z.array(z.looseObject({ id: z.string() })) })
let principalId = ''

beforeAll(async () => {
  await resources.resourceGroups.createOrUpdate(group, { location: target.location })
  const identity = await msi.userAssignedIdentities.createOrUpdate(group, 'id-mirror', {
    location: target.location,
  })
  principalId = given(identity.principalId, 'a principal')
  await msi.federatedIdentityCredentials.createOrUpdate(group, 'id-mirror', 'octo-prod', fields)
})
afterAll(async () => {
  await resources.resourceGroups.delete(group)
  await target.close()
})

test('a managed identity is a service principal without an application', async () => {
  expect(await graph.api(`/servicePrincipals/${principalId}`).get()).toMatchObject({
    servicePrincipalType: 'ManagedIdentity',
    signInAudience: null,
    alternativeNames: expect.arrayContaining([
      'isExplicit=True',
      expect.stringMatching(/userAssignedIdentities\/id-mirror$/i),
    ]),
  })
  await expect(graph.api(`/applications/${principalId}`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'Request_ResourceNotFound',
  })
})

test('its credentials are read there, one by one and in bulk', async () => {
  const path = `/servicePrincipals/${principalId}/federatedIdentityCredentials`
  expect(list.parse(await graph.api(path).get()).value).toMatchObject([{ name: 'octo-prod', ...fields }])
  const bulk = await graph
    .api('/servicePrincipals')
    .header('ConsistencyLevel', 'eventual')
    .query({ $count: 'true' })
    .filter('not(federatedIdentityCredentials/$count eq 0)')
    .select(['id', 'appId', 'displayName', 'federatedIdentityCredentials'])
    .expand('federatedIdentityCredentials')
    .get()
  expect(list.parse(bulk).value).toContainEqual(
    expect.objectContaining({
      id: principalId,
      federatedIdentityCredentials: [expect.objectContaining({ subject: fields.subject })],
    }),
  )
})

test('they are not written there', async () => {
  const path = `/servicePrincipals/${principalId}/federatedIdentityCredentials`
  const write = graph.api(path).post({ name: 'by-graph', ...fields, subject: 'other' })
  await expect(write).rejects.toMatchObject({
    statusCode: expect.toSatisfy((status: number) => status < 500),
  })
})
