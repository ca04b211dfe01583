import type { TokenCredential } from '@azure/core-auth'
import { PublicClientApplication, type AuthenticationResult } from '@azure/msal-node'
import type { Browser } from '@playwright/test'
import { firstParty } from '../../src/seed-first-party.ts'
import type { Target } from '../target/target.ts'
import { walkPages } from './walk-pages.ts'

export interface Person {
  /** Signs in over MSAL's loopback address; Chromium walks the pages. */
  signIn: (scopes: string[], claims?: string) => Promise<AuthenticationResult>
  /** A credential that keeps its token, and signs the person in anew when a resource demands claims. */
  credential: TokenCredential
  /** The claims that resources demanded, decoded. */
  demanded: string[]
}

/** A person at the Azure CLI's public client, or at `clientId`, whose client understands claims challenges. */
export function personAt(
  target: Target,
  browser: Browser,
  { username, clientId = firstParty.azureCli.appId }: { username: string; clientId?: string },
): Person {
  const client = new PublicClientApplication({
    auth: {
      clientId,
      authority: `${target.authorityHost}/${target.tenantId}`,
      knownAuthorities: [new URL(target.authorityHost).host],
      clientCapabilities: ['cp1'],
    },
  })
  const demanded: string[] = []
  const signIn: Person['signIn'] = async (scopes, claims) => {
    const context = await browser.newContext()
    try {
      return await client.acquireTokenInteractive({
        scopes,
        ...(claims === undefined ? {} : { claims }),
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
  let held: AuthenticationResult | undefined
  const credential: TokenCredential = {
    getToken: async (scopes, { claims } = {}) => {
      if (claims !== undefined) demanded.push(claims)
      if (held === undefined || claims !== undefined) held = await signIn([scopes].flat(), claims)
      return { token: held.accessToken, expiresOnTimestamp: held.expiresOn?.getTime() ?? 0 }
    },
  }
  return { signIn, credential, demanded }
}
