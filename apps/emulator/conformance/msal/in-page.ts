import type { AuthenticationResult, Configuration, PublicClientApplication } from '@azure/msal-browser'
import type { Page } from '@playwright/test'

/** What the bundle puts on the page. */
interface BundleWindow {
  msal: { PublicClientApplication: new (configuration: Configuration) => PublicClientApplication }
  client: PublicClientApplication
}

export type Outcome = Pick<
  AuthenticationResult,
  'accessToken' | 'idToken' | 'scopes' | 'fromCache' | 'account' | 'state'
>

/** Starts the package on the page that is open; gives the outcome of a redirect that came back to it. */
export function startClient(page: Page, configuration: Configuration): Promise<Outcome | null> {
  return page.evaluate(async (configuration) => {
    // The bundle, loaded by the page, defines it.
    const own = globalThis as unknown as BundleWindow
    own.client = new own.msal.PublicClientApplication(configuration)
    await own.client.initialize()
    return own.client.handleRedirectPromise()
  }, configuration)
}

/** Starts a redirect; the page goes away. */
export async function loginByRedirect(
  page: Page,
  request: { scopes: string[]; state?: string },
): Promise<void> {
  await page
    .evaluate(async (request) => {
      // `startClient` put it there.
      await (globalThis as unknown as BundleWindow).client.loginRedirect(request)
    }, request)
    .catch((error: unknown) => {
      if (!String(error).includes('context was destroyed')) throw error
    })
}

export function loginByPopup(
  page: Page,
  request: { scopes: string[]; redirectUri: string },
): Promise<Outcome> {
  // `startClient` put it there.
  return page.evaluate(
    (request) => (globalThis as unknown as BundleWindow).client.loginPopup(request),
    request,
  )
}

export function silentToken(
  page: Page,
  request: { scopes: string[]; forceRefresh?: boolean },
): Promise<Outcome> {
  return page.evaluate(async (request) => {
    // `startClient` put it there.
    const { client } = globalThis as unknown as BundleWindow
    const [account] = client.getAllAccounts()
    if (account === undefined) throw new Error('nobody is signed in')
    return client.acquireTokenSilent({ ...request, account })
  }, request)
}

export async function logoutByRedirect(page: Page): Promise<void> {
  await page
    .evaluate(async () => {
      // `startClient` put it there.
      const { client } = globalThis as unknown as BundleWindow
      const [account] = client.getAllAccounts()
      await client.logoutRedirect(account ? { account } : {})
    })
    .catch((error: unknown) => {
      if (!String(error).includes('context was destroyed')) throw error
    })
}
