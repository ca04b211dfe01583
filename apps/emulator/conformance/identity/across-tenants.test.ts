import { ClientAssertionCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity'
import { decodeJwt } from 'jose'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { identities } from '../../src/seed-resources.ts'
import { identityHeader, partnerClient, partnerSubscription, partnerTenant } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { graphClient } from '../graph/graph-client.ts'
import { mintToken } from '../loop/mint-token.ts'
import { registerApplication } from '../msal/register-applications.ts'
import { armClients, automationCredential, collect, credentialOptions } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'

const target = await openTarget()
const options = credentialOptions(target)
const arm = 'https://management.azure.com/.default'
const exchange = 'api://AzureADTokenExchange/.default'
const github = { owner: 'contoso', repository: 'pay-api', environment: 'prod' }
const deployer = given(
  identities.find(({ name }) => name === 'id-pay-deploy'),
  'a seeded identity',
)

afterAll(() => target.close())

test(
  'an application of two tenants reads in the other one with an outside token that its home trusts',
  onEmulator(target, 'second tenant', async (emulator) => {
    const credential = new ClientAssertionCredential(
      partnerTenant.tenantId,
      partnerClient.clientId,
      () => mintToken(emulator, 'github', { ...github, repository: 'partner-sync' }),
      options,
    )
    expect(decodeJwt((await credential.getToken(arm)).token)).toMatchObject({ tid: partnerTenant.tenantId })
    const { subscriptions } = armClients(target, credential)
    const listed = await collect(subscriptions.subscriptions.list())
    expect(listed.map(({ subscriptionId }) => subscriptionId)).toEqual([partnerSubscription.subscriptionId])
    await expect(subscriptions.subscriptions.get(target.subscriptionId)).rejects.toMatchObject({
      code: expect.stringMatching(/InvalidAuthenticationTokenTenant|SubscriptionNotFound/),
    })
  }),
)

test(
  'an application of one tenant is not found in the other',
  onEmulator(target, 'second tenant', async () => {
    const { clientId, clientSecret } = target.automation
    const credential = new ClientSecretCredential(partnerTenant.tenantId, clientId, clientSecret, options)
    await expect(credential.getToken(arm)).rejects.toThrow('AADSTS700016')
  }),
)

/** An application that trusts the seeded managed identity. */
async function applicationOfIdentity(): Promise<string> {
  const graph = graphClient(target, automationCredential(target))
  const { id, appId } = await registerApplication(graph, { displayName: 'judge-of-identity' })
  await graph.api(`/applications/${id}/federatedIdentityCredentials`).post({
    name: 'identity',
    issuer: `${target.authorityHost}/${target.tenantId}/v2.0`,
    subject: deployer.principalId,
    audiences: ['api://AzureADTokenExchange'],
  })
  return appId
}

test(
  'a managed identity is the credential of an application',
  onEmulator(target, 'identity endpoint', async (emulator) => {
    vi.stubEnv('IDENTITY_ENDPOINT', `${emulator.browserOrigin}/msi/token`)
    vi.stubEnv('IDENTITY_HEADER', identityHeader)
    onTestFinished(() => void vi.unstubAllEnvs())
    const clientId = await applicationOfIdentity()
    const identity = new ManagedIdentityCredential({ clientId: deployer.clientId })
    const assertion = async () => (await identity.getToken(exchange)).token
    const credential = new ClientAssertionCredential(target.tenantId, clientId, assertion, options)
    expect(decodeJwt((await credential.getToken(arm)).token)).toMatchObject({ appid: clientId, idtyp: 'app' })
  }),
)

test(
  'a token that came of a trust is no credential itself',
  onEmulator(target, 'outside tokens', async (emulator) => {
    const clientId = await applicationOfIdentity()
    const outside = () => mintToken(emulator, 'github', github)
    const first = new ClientAssertionCredential(target.tenantId, deployer.clientId, outside, options)
    const chained = async () => (await first.getToken(exchange)).token
    const second = new ClientAssertionCredential(target.tenantId, clientId, chained, options)
    await expect(second.getToken(arm)).rejects.toThrow('AADSTS700231')
  }),
)
