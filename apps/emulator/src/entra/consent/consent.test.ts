import { afterAll, expect, test } from 'vitest'
import { newApplication } from '../../kernel/directory.ts'
import { graphScopes } from '../../kernel/graph-permissions.ts'
import { firstParty } from '../../seed-first-party.ts'
import { accounts } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testBrowser, type Stop } from '../../testing/test-browser.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world } = emulator
const { authorizeAddress, redeem } = entraRequests(emulator)
const { developer, admin, reader } = accounts

const answerOf = (stop: Stop) => given(stop.leftTo, 'a redirect to the client').searchParams
const pick = (browser: ReturnType<typeof testBrowser>, stop: Stop, username: string) =>
  browser.submit(stop, `value="${username}"`)

/** A client that nobody has consented to, with a redirect address of its own. */
function registerClient(scopeNames: string[] = []) {
  const appId = world.newGuid()
  const ids = graphScopes.filter(({ value }) => scopeNames.includes(value)).map(({ id }) => id)
  world.store.applications.put(
    appId,
    newApplication({
      objectId: world.newGuid(),
      appId,
      displayName: 'Fabrikam Reports',
      createdAt: world.clock.now(),
      redirectUris: { web: [], spa: [], publicClient: ['http://localhost/reports'] },
      requiredResourceAccess: [
        { resourceAppId: firstParty.graph.appId, resourceAccess: ids.map((id) => ({ id, type: 'Scope' })) },
      ],
    }),
  )
  return { client_id: appId, redirect_uri: 'http://localhost/reports' }
}

test('consent lists what is asked in plain words, and is asked for once', async () => {
  const client = { ...registerClient(), scope: 'openid profile offline_access User.Read' }
  const browser = testBrowser(emulator)
  const page = await pick(browser, await browser.open(authorizeAddress(client)), developer.username)
  expect(page.text).toContain('Fabrikam Reports')
  expect(page.text).toContain('Sign you in and read your profile')
  expect(page.text).toContain('Maintain access to data you have given it access to')
  expect(page.text).not.toContain('on behalf of your organization')
  const silent = await browser.open(authorizeAddress({ ...client, prompt: 'none' }))
  expect(answerOf(silent).get('error')).toBe('consent_required')
  expect(answerOf(silent).get('error_description')).toContain(
    `AADSTS65001: The user or administrator has not consented to use the application with ID '${client.client_id}' named 'Fabrikam Reports'.`,
  )
  const accepted = await browser.submit(page, 'name="accept"', { accept: '1' })
  expect(answerOf(accepted).get('code')).not.toBeNull()
  const again = await browser.open(authorizeAddress({ ...client, prompt: 'none' }))
  expect(answerOf(again).get('code')).not.toBeNull()
  const other = testBrowser(emulator)
  const forAnother = await pick(other, await other.open(authorizeAddress(client)), reader.username)
  expect(forAnother.text).toContain('Permissions requested')
})

test('prompt=consent asks again, and declining is access_denied', async () => {
  const browser = testBrowser(emulator)
  const page = await pick(
    browser,
    await browser.open(authorizeAddress({ prompt: 'consent' })),
    developer.username,
  )
  expect(page.text).toContain('Access Azure Service Management as you')
  const declined = await browser.submit(page, 'name="cancel"', { cancel: '1' })
  expect(answerOf(declined).get('error')).toBe('access_denied')
  const page2 = await browser.open(authorizeAddress({ prompt: 'consent' }))
  const accepted = await browser.submit(page2, 'name="accept"', { accept: '1' })
  expect(answerOf(accepted).get('code')).not.toBeNull()
})

test('what only an administrator can grant stops others, and one administrator grants it for all', async () => {
  const client = {
    ...registerClient(['Application.Read.All']),
    scope: 'openid https://graph.microsoft.com/.default',
  }
  const browser = testBrowser(emulator)
  const stopped = await pick(browser, await browser.open(authorizeAddress(client)), developer.username)
  expect(stopped.text).toContain('Need admin approval')
  expect(stopped.text).toContain('AADSTS90094')
  expect(stopped.text).not.toContain('name="accept"')
  const forged = await browser.submit(stopped, 'name="cancel"', {
    accept: '1',
    step: 'consent',
    organization: '1',
  })
  expect(forged.text).toContain('Need admin approval')
  const returned = await browser.submit(stopped, 'name="cancel"', { cancel: '1' })
  expect(answerOf(returned).get('error_description')).toContain('AADSTS90094:')
  const switched = await browser.submit(stopped, 'name="switch"', { switch: '1' })
  const page = await pick(browser, switched, admin.username)
  expect(page.text).toContain('Consent on behalf of your organization')
  await browser.submit(page, 'name="accept"', { accept: '1', organization: '1' })
  const other = testBrowser(emulator)
  const free = await pick(other, await other.open(authorizeAddress(client)), reader.username)
  expect(answerOf(free).get('code')).not.toBeNull()
  const grants = world.store.permissionGrants
    .list()
    .filter(({ scope }) => scope.includes('Application.Read.All'))
  expect(grants.at(-1)).toMatchObject({ consentType: 'AllPrincipals', principalId: null })
})

test('a code for scopes that nobody consented to gives no token', async () => {
  const client = { ...registerClient(), scope: 'openid' }
  const browser = testBrowser(emulator)
  const page = await pick(browser, await browser.open(authorizeAddress(client)), developer.username)
  const accepted = await browser.submit(page, 'name="accept"', { accept: '1' })
  const { body, status } = await redeem(given(answerOf(accepted).get('code'), 'a code'), {
    ...client,
    client_secret: undefined,
    scope: 'User.ReadBasic.All',
  })
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] })
})
