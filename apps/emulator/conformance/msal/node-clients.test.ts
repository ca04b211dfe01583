import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type Configuration,
} from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { firstParty } from '../../src/seed-first-party.ts'
import { identities } from '../../src/seed-resources.ts'
import { accounts } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { graphClient } from '../graph/graph-client.ts'
import { mintToken } from '../loop/mint-token.ts'
import { confirmDevice } from '../people/confirm-device.ts'
import { openChromium } from '../people/open-chromium.ts'
import { personAt } from '../people/interactive-credential.ts'
import { walkPages } from '../people/walk-pages.ts'
import { automationCredential } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'
import { consentForEverybody } from './consent-for-everybody.ts'
import { registerApi, registerApplication } from './register-applications.ts'
import { selfSigned } from './self-signed.ts'

const target = await openTarget()
const { username } = accounts.developer
const armScope = 'https://management.azure.com/user_impersonation'
const graph = graphClient(target, automationCredential(target))
const browser = target.emulator ? await openChromium() : undefined

afterAll(async () => {
  await browser?.close()
  await target.close()
})

function auth(clientId: string): Configuration['auth'] {
  const authority = `${target.authorityHost}/${target.tenantId}`
  return { clientId, authority, knownAuthorities: [new URL(target.authorityHost).host] }
}

/** The loopback flow: MSAL listens, Chromium walks the pages, Entra sends it back. */
async function signIn(client: PublicClientApplication, scopes: string[]) {
  const context = await given(browser, 'a browser').newContext()
  try {
    return await client.acquireTokenInteractive({
      scopes,
      openBrowser: async (address) => {
        const page = await context.newPage()
        await page.goto(address)
        await walkPages(page, { username }, ({ origin }) => origin !== new URL(address).origin)
      },
    })
  } finally {
    await context.close()
  }
}

test(
  'a first-party public client signs a person in over its loopback address',
  onEmulator(target, 'person to sign in', async () => {
    const client = new PublicClientApplication({ auth: auth(firstParty.azureCli.appId) })
    const result = await signIn(client, [armScope])
    const account = given(result.account, 'an account')
    expect(account).toMatchObject({ username, tenantId: target.tenantId })
    expect(decodeJwt(result.accessToken)).toMatchObject({
      scp: expect.stringContaining('user_impersonation'),
      appid: firstParty.azureCli.appId,
    })
    expect((await client.acquireTokenSilent({ account, scopes: [armScope] })).fromCache).toBe(true)
    const again = await client.acquireTokenSilent({ account, scopes: [armScope], forceRefresh: true })
    expect(again.accessToken).not.toBe(result.accessToken)
    const forGraph = await client.acquireTokenSilent({
      account,
      scopes: ['https://graph.microsoft.com/.default'],
    })
    expect(decodeJwt(forGraph.accessToken).aud).toMatch(/graph\.microsoft\.com|00000003-0000-0000-c000/)
  }),
)

test(
  'a public client of one’s own asks for consent once',
  onEmulator(target, 'person to sign in', async () => {
    const { appId } = await registerApplication(graph, {
      displayName: 'judge-desktop',
      isFallbackPublicClient: true,
      publicClient: { redirectUris: ['http://localhost'] },
    })
    const client = new PublicClientApplication({ auth: auth(appId) })
    const result = await signIn(client, ['User.Read'])
    expect(result.scopes).toContain('User.Read')
    const account = given(result.account, 'an account')
    const more = client.acquireTokenSilent({ account, scopes: [armScope], forceRefresh: true })
    await expect(more).rejects.toThrow(InteractionRequiredAuthError)
    await expect(more).rejects.toThrow('AADSTS65001')
  }),
)

test(
  'a public client signs a person in by device code',
  onEmulator(target, 'person to sign in', async () => {
    const client = new PublicClientApplication({ auth: auth(firstParty.azureCli.appId) })
    let confirmed: Promise<string> | undefined
    const result = await client.acquireTokenByDeviceCode({
      scopes: [armScope],
      deviceCodeCallback: ({ verificationUri: page, userCode: code }) => {
        confirmed = confirmDevice({ page, code, username })
      },
    })
    await confirmed
    expect(result?.account?.username).toBe(username)
  }),
)

test('a confidential client signs in with a secret, with a certificate, and not with another’s', async () => {
  const mine = await selfSigned('judge-certificate')
  const other = await selfSigned('judge-other')
  const application = await registerApplication(graph, {
    displayName: 'judge-certificate',
    keyCredentials: [
      { type: 'AsymmetricX509Cert', usage: 'Verify', key: mine.key, displayName: 'CN=judge-certificate' },
    ],
  })
  const asks = (certificate: typeof mine) =>
    new ConfidentialClientApplication({
      auth: {
        ...auth(application.appId),
        clientCertificate: {
          thumbprintSha256: certificate.thumbprintSha256,
          privateKey: certificate.privateKeyPem,
        },
      },
    }).acquireTokenByClientCredential({ scopes: ['https://management.azure.com/.default'] })
  const token = given((await asks(mine))?.accessToken, 'a token')
  expect(decodeJwt(token)).toMatchObject({ appid: application.appId, appidacr: '2' })
  await expect(asks(other)).rejects.toMatchObject({ errorNo: 700027 })
  await graph.api(`/applications/${application.id}`).delete()
})

test(
  'a confidential client presents an outside token as its assertion',
  onEmulator(target, 'outside tokens', async (emulator) => {
    const deployer = given(
      identities.find(({ name }) => name === 'id-pay-deploy'),
      'a seeded identity',
    )
    const fields = { owner: 'contoso', repository: 'pay-api', environment: 'prod' }
    const client = new ConfidentialClientApplication({
      auth: { ...auth(deployer.clientId), clientAssertion: () => mintToken(emulator, 'github', fields) },
    })
    const result = await client.acquireTokenByClientCredential({
      scopes: ['https://management.azure.com/.default'],
    })
    expect(decodeJwt(given(result?.accessToken, 'a token'))).toMatchObject({ oid: deployer.principalId })
  }),
)

test(
  'a middle tier calls on behalf of the person who consented, and of nobody else',
  onEmulator(target, 'person to sign in', async () => {
    const desktop = await registerApplication(graph, {
      displayName: 'judge-caller',
      isFallbackPublicClient: true,
      publicClient: { redirectUris: ['http://localhost'] },
    })
    const api = await registerApi(graph, [desktop.appId])
    const caller = new PublicClientApplication({ auth: auth(desktop.appId) })
    const { accessToken } = await signIn(caller, [api.scope])
    expect(decodeJwt(accessToken)).toMatchObject({ aud: api.appId, azp: desktop.appId, ver: '2.0' })
    const middle = new ConfidentialClientApplication({
      auth: { ...auth(api.appId), clientSecret: api.clientSecret },
    })
    const onBehalf = () =>
      middle.acquireTokenOnBehalfOf({ oboAssertion: accessToken, scopes: ['User.Read'], skipCache: true })
    await expect(onBehalf()).rejects.toThrow('AADSTS65001')
    const admin = personAt(target, given(browser, 'a browser'), { username: accounts.admin.username })
    const grant = { client: api.appId, resource: firstParty.graph.appId, scope: 'User.Read' }
    await consentForEverybody(graphClient(target, admin.credential), grant)
    const result = given(await onBehalf(), 'a token')
    expect(decodeJwt(result.accessToken)).toMatchObject({
      upn: username,
      appid: api.appId,
      scp: expect.stringContaining('User.Read'),
    })
  }),
)
