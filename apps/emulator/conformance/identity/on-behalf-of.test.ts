import { ClientCertificateCredential, OnBehalfOfCredential } from '@azure/identity'
import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { firstParty } from '../../src/seed-first-party.ts'
import { accounts } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { graphClient } from '../graph/graph-client.ts'
import { consentForEverybody } from '../msal/consent-for-everybody.ts'
import { registerApi, registerApplication } from '../msal/register-applications.ts'
import { selfSigned } from '../msal/self-signed.ts'
import { personAt } from '../people/interactive-credential.ts'
import { openChromium } from '../people/open-chromium.ts'
import { automationCredential, credentialOptions } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'

const target = await openTarget()
const graph = graphClient(target, automationCredential(target))
const options = credentialOptions(target)
const arm = 'https://management.azure.com/.default'
const { username } = accounts.admin
const browser = target.emulator ? await openChromium() : undefined

afterAll(async () => {
  await browser?.close()
  await target.close()
})

async function tokenFor(clientId: string, scope: string): Promise<string> {
  const person = personAt(target, given(browser, 'a browser'), { username, clientId })
  return (await person.signIn([scope])).accessToken
}

test('ClientCertificateCredential signs an application in', async () => {
  const { certificatePem, privateKeyPem, key } = await selfSigned('judge-identity')
  const { id, appId } = await registerApplication(graph, {
    displayName: 'judge-identity',
    keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key, displayName: 'CN=judge-identity' }],
  })
  const certificate = `${certificatePem}\n${privateKeyPem}`
  const credential = new ClientCertificateCredential(target.tenantId, appId, { certificate }, options)
  expect(decodeJwt((await credential.getToken(arm)).token)).toMatchObject({ appid: appId, idtyp: 'app' })
  await graph.api(`/applications/${id}`).delete()
})

test(
  'OnBehalfOfCredential acts as the person who called the middle tier',
  onEmulator(target, 'person to sign in', async () => {
    const caller = await registerApplication(graph, {
      displayName: 'judge-obo-caller',
      isFallbackPublicClient: true,
      publicClient: { redirectUris: ['http://localhost'] },
    })
    const api = await registerApi(graph, [caller.appId])
    const admin = personAt(target, given(browser, 'a browser'), { username })
    const grant = { client: api.appId, resource: firstParty.arm.appId, scope: 'user_impersonation' }
    await consentForEverybody(graphClient(target, admin.credential), grant)
    const { tenantId } = target
    const credential = new OnBehalfOfCredential({
      tenantId,
      clientId: api.appId,
      clientSecret: api.clientSecret,
      userAssertionToken: await tokenFor(caller.appId, api.scope),
      ...options,
    })
    expect(decodeJwt((await credential.getToken(arm)).token)).toMatchObject({
      upn: username,
      appid: api.appId,
      scp: 'user_impersonation',
    })
  }),
)

test(
  'OnBehalfOfCredential hears that a token for somebody else is no assertion',
  onEmulator(target, 'person to sign in', async () => {
    const api = await registerApi(graph, [])
    const credential = new OnBehalfOfCredential({
      tenantId: target.tenantId,
      clientId: api.appId,
      clientSecret: api.clientSecret,
      userAssertionToken: await tokenFor(firstParty.azureCli.appId, arm),
      ...options,
    })
    await expect(credential.getToken(arm)).rejects.toThrow(/AADSTS50013|AADSTS500131/)
  }),
)
