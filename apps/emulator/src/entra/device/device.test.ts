import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { firstParty } from '../../seed-first-party.ts'
import { accounts, automationClient, cliClient } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testBrowser } from '../../testing/test-browser.ts'
import { testClock } from '../../testing/test-clock.ts'
import { secondFactorCode } from '../core/second-factor.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { token } = entraRequests(emulator)
const { browserOrigin, httpsOrigin } = emulator
const cli = firstParty.azureCli.appId
const scope = 'openid profile offline_access https://management.azure.com/.default'

const reply = z.object({
  user_code: z.string(),
  device_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.number(),
  message: z.string(),
})

async function begin(fields: Record<string, string> = {}) {
  const response = await emulator.fetch(`${httpsOrigin}/organizations/oauth2/v2.0/devicecode`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: cli, scope, ...fields }),
  })
  expect(response.status).toBe(200)
  return reply.parse(await response.json())
}

const poll = (deviceCode: string, fields: Record<string, string | undefined> = {}) =>
  token({
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: cli,
    client_secret: undefined,
    device_code: deviceCode,
    ...fields,
  })

/** Types the code and picks the developer; gives the page that asks whether to go on. */
async function typeCode(address: string, code: string) {
  const browser = testBrowser(emulator)
  const picker = await browser.submit(await browser.open(address), 'name="user_code"', { user_code: code })
  const page = await browser.submit(picker, `value="${accounts.developer.username}"`)
  return { browser, page }
}

test('a device waits until a person types its code and goes on', async () => {
  const started = await begin()
  expect(started).toMatchObject({
    expires_in: 900,
    interval: 5,
    verification_uri: `${browserOrigin}/common/oauth2/deviceauth`,
    message: `To sign in, use a web browser to open the page ${browserOrigin}/common/oauth2/deviceauth and enter the code ${started.user_code} to authenticate.`,
  })
  const waiting = await poll(started.device_code)
  expect(waiting.status).toBe(400)
  expect(waiting.body).toMatchObject({ error: 'authorization_pending', error_codes: [70016] })
  const { browser, page } = await typeCode(started.verification_uri, started.user_code.toLowerCase())
  expect(page.text).toContain('Are you trying to sign in to Microsoft Azure CLI?')
  expect((await poll(started.device_code)).body.error).toBe('authorization_pending')
  const done = await browser.submit(page, 'name="confirm"', { confirm: '1' })
  expect(done.text).toContain('You have signed in to the Microsoft Azure CLI application on your device.')
  const { status, body } = await poll(started.device_code)
  expect(status).toBe(200)
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ oid: accounts.developer.objectId, appid: cli })
  expect(body.refresh_token).toBeDefined()
  expect((await poll(started.device_code)).body.error_codes).toEqual([54005])
})

test('a device that polls twice at once is signed in once', async () => {
  const started = await begin()
  const { browser, page } = await typeCode(started.verification_uri, started.user_code)
  await browser.submit(page, 'name="confirm"', { confirm: '1' })
  const polls = await Promise.all([poll(started.device_code), poll(started.device_code)])
  expect(polls.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('declining is told to the device', async () => {
  const started = await begin()
  const { browser, page } = await typeCode(started.verification_uri, started.user_code)
  const declined = await browser.submit(page, 'name="cancel"', { cancel: '1' })
  expect(declined.text).toContain('Sign-in cancelled')
  expect((await poll(started.device_code)).body.error).toBe('authorization_declined')
})

test('a second factor that the device asks for is asked of the person', async () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"values":["c2"]}}}'
  const started = await begin({ claims })
  const { browser, page } = await typeCode(started.verification_uri, started.user_code)
  const asked = await browser.submit(page, 'name="code"', { code: secondFactorCode(accounts.developer) })
  await browser.submit(asked, 'name="confirm"', { confirm: '1' })
  const { body } = await poll(started.device_code)
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ amr: ['pwd', 'mfa'], acrs: ['p1', 'c2'] })
})

test.for(['ZZZZZZZZZ', '', '"><script>alert(1)</script>'])('the code %s is not taken', async (code) => {
  const browser = testBrowser(emulator)
  const page = await browser.open(`${browserOrigin}/common/oauth2/deviceauth`)
  const again = await browser.submit(page, 'name="user_code"', { user_code: code })
  expect(again.text).toContain('Code not taken.')
  expect(again.text).not.toContain('<script>')
})

test('after fifteen minutes neither the person nor the device gets anywhere', async () => {
  const started = await begin()
  clock.advance(15 * 60 * 1000 + 1)
  const browser = testBrowser(emulator)
  const page = await browser.open(started.verification_uri)
  const refused = await browser.submit(page, 'name="user_code"', { user_code: started.user_code })
  expect(refused.text).toContain('Code not taken.')
  const { body } = await poll(started.device_code)
  expect(body).toMatchObject({ error: 'expired_token', error_codes: [70020] })
})

test.for<[string, Record<string, string | undefined>, number]>([
  ['no device code', { device_code: undefined }, 900144],
  ['an unknown device code', { device_code: 'unknown' }, 70018],
  ['another client', { client_id: cliClient.clientId }, 70018],
  ['a client that is not public', { client_id: automationClient.clientId }, 7000218],
])('a device is refused with %s', async ([, fields, number]) => {
  const { device_code: deviceCode } = await begin()
  expect((await poll(deviceCode, fields)).body.error_codes).toEqual([number])
})

test.for<[string, Record<string, string>, number]>([
  ['an unknown client', { client_id: 'nobody' }, 700016],
  ['no scope', { scope: '' }, 900144],
  ['a resource that is not there', { scope: 'https://vault.azure.net/.default' }, 500011],
  ['claims that are no JSON', { claims: 'x' }, 90100],
])('no code is given for %s', async ([, fields, number]) => {
  const response = await emulator.fetch(`${httpsOrigin}/common/oauth2/v2.0/devicecode`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: cli, scope, ...fields }),
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error_codes: [number] })
})
