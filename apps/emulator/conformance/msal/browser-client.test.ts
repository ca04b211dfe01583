import type { Configuration } from '@azure/msal-browser'
import type { Page } from '@playwright/test'
import { decodeJwt } from 'jose'
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { accounts } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { graphClient } from '../graph/graph-client.ts'
import { openChromium } from '../people/open-chromium.ts'
import { walkPages } from '../people/walk-pages.ts'
import { automationCredential } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'
import { loginByPopup, loginByRedirect, logoutByRedirect, silentToken, startClient } from './in-page.ts'
import { servePage } from './judge-page.ts'
import { registerApplication } from './register-applications.ts'

const target = await openTarget()
const judge = await servePage()
const chromium = target.emulator ? await openChromium() : undefined
const redirects = [`${judge.origin}/`, `${judge.origin}/bridge`, `${judge.origin}/signed-out`]
const spa = target.emulator
  ? await registerApplication(graphClient(target, automationCredential(target)), {
      displayName: 'judge-spa',
      spa: { redirectUris: redirects },
    })
  : undefined
const { username } = accounts.developer
const armScope = 'https://management.azure.com/user_impersonation'
let page: Page | undefined

beforeEach(async () => {
  const context = await chromium?.newContext()
  page = await context?.newPage()
  onTestFinished(async () => context?.close())
})
afterAll(async () => {
  await chromium?.close()
  await judge.close()
  await target.close()
})

/** The endpoints a browser can reach without the local CA; the authority itself stays https. */
async function configuration(browserOrigin: string): Promise<Configuration> {
  const authority = `${target.authorityHost}/${target.tenantId}`
  const discovery = await fetch(`${authority}/v2.0/.well-known/openid-configuration`)
  const http = (await discovery.text()).replaceAll(`"${target.authorityHost}/`, `"${browserOrigin}/`)
  const metadata = { ...JSON.parse(http), issuer: `${authority}/v2.0` }
  return {
    auth: {
      clientId: given(spa, 'the registered application').appId,
      authority,
      knownAuthorities: [new URL(target.authorityHost).host],
      authorityMetadata: JSON.stringify(metadata),
      redirectUri: `${judge.origin}/`,
      postLogoutRedirectUri: `${judge.origin}/signed-out`,
    },
    cache: { cacheLocation: 'sessionStorage' },
  }
}

function atJudge({ origin }: URL): boolean {
  return origin === judge.origin
}

test(
  'msal-browser signs in by redirect, finds its token, refreshes it and signs out',
  onEmulator(target, 'person to sign in', async ({ browserOrigin }) => {
    const open = given(page, 'a page')
    const config = await configuration(browserOrigin)
    await open.goto(judge.origin)
    expect(await startClient(open, config)).toBeNull()
    await loginByRedirect(open, { scopes: [armScope], state: 'kept as it is' })
    await open.waitForURL((address) => !atJudge(address))
    await walkPages(open, { username }, atJudge)
    const result = given(await startClient(open, config), 'the outcome of the redirect')
    expect(result).toMatchObject({ state: 'kept as it is', account: { username, tenantId: target.tenantId } })
    expect(decodeJwt(result.accessToken)).toMatchObject({ upn: username, scp: 'user_impersonation' })
    expect(await silentToken(open, { scopes: [armScope] })).toMatchObject({ fromCache: true })
    const again = await silentToken(open, { scopes: [armScope], forceRefresh: true })
    expect(again.fromCache).toBe(false)
    expect(again.accessToken).not.toBe(result.accessToken)
    await logoutByRedirect(open)
    await walkPages(open, { username }, ({ pathname }) => pathname === '/signed-out')
    expect(open.url()).toContain(`${judge.origin}/signed-out`)
  }),
)

test(
  'msal-browser signs in by popup over its redirect bridge',
  onEmulator(target, 'person to sign in', async ({ browserOrigin }) => {
    const open = given(page, 'a page')
    await open.goto(judge.origin)
    await startClient(open, await configuration(browserOrigin))
    const popup = open.waitForEvent('popup')
    const outcome = loginByPopup(open, { scopes: ['User.Read'], redirectUri: `${judge.origin}/bridge` })
    const walked = popup.then((pages) => walkPages(pages, { username }, atJudge).catch(() => ''))
    expect(await outcome).toMatchObject({ account: { username } })
    await walked
  }),
)

test(
  'msal-browser hears that a redirect address is not registered',
  onEmulator(target, 'person to sign in', async ({ browserOrigin }) => {
    const open = given(page, 'a page')
    const config = await configuration(browserOrigin)
    await open.goto(judge.origin)
    await startClient(open, { ...config, auth: { ...config.auth, redirectUri: `${judge.origin}/elsewhere` } })
    await loginByRedirect(open, { scopes: [armScope] })
    await open.waitForURL((address) => !atJudge(address))
    expect(await open.locator('main').innerText()).toContain('AADSTS50011')
  }),
)
