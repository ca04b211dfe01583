import {
  AuthError,
  CacheLookupPolicy,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import type { WantedOfSignIn } from '../api/session-lost.ts'
import type { SignInOutcome } from '../components/embedded-door.ts'
import type { TokenDoor } from './open-door.ts'
import type { EmbedSettings } from './settings.ts'
import { signInEndOf } from './sign-in-end-of.ts'

/**
 * Tokens live in the page's memory alone: a reload forgets them. `isBrokered`: the host signs the person in, and the library
 * finds its bridge on the window.
 */
export async function openMsalDoor(settings: EmbedSettings, isBrokered: boolean): Promise<TokenDoor> {
  const configuration = configurationOf(settings)
  if (!isBrokered) return doorOf(await createStandardPublicClientApplication(configuration), settings, null)
  const client = await createNestablePublicClientApplication(configuration)
  const first = await askHost(client, settings)
  return { ...doorOf(client, settings, first), signOut: null }
}

/** Who is signed in at the host; null where it wants the person to be asked. */
async function askHost(
  client: IPublicClientApplication,
  { scope }: EmbedSettings,
): Promise<AccountInfo | null> {
  try {
    return (await client.acquireTokenSilent({ scopes: [scope] })).account
  } catch (error) {
    if (error instanceof AuthError) return null
    throw error
  }
}

function configurationOf({ clientId, authority }: EmbedSettings): Configuration {
  const { origin } = globalThis.location
  return {
    auth: {
      clientId,
      authority,
      knownAuthorities: [new URL(authority).host],
      redirectUri: `${origin}/embed/redirect`,
      popupRelayUri: '/embed/sign-in',
    },
    cache: { cacheLocation: 'memoryStorage' },
  }
}

function doorOf(
  client: IPublicClientApplication,
  { scope }: EmbedSettings,
  first: AccountInfo | null,
): TokenDoor {
  const scopes = [scope]
  let account = first
  return {
    async readToken() {
      if (account === null) return null
      try {
        const found = await client.acquireTokenSilent({
          scopes,
          account,
          // Nothing by a hidden frame: it has no cookies of Microsoft's here, and the page's policy forbids it.
          cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
        })
        return found.accessToken
      } catch (error) {
        // The portal then answers that nobody is signed in, and the page asks the person.
        if (error instanceof InteractionRequiredAuthError) return null
        throw error
      }
    },
    async signIn(wanted) {
      try {
        const result = await askPerson(client, scopes, account, wanted)
        const before = account
        account = result.account
        const isOther = before !== null && before.homeAccountId !== account.homeAccountId
        return { end: 'signed-in', said: null, isOther }
      } catch (error) {
        return failedBy(error)
      }
    },
    async signOut() {
      account = null
      await client.clearCache()
    },
  }
}

function askPerson(
  client: IPublicClientApplication,
  scopes: string[],
  account: AccountInfo | null,
  { claims, consent }: WantedOfSignIn,
): Promise<AuthenticationResult> {
  return client.acquireTokenPopup({
    scopes,
    // A window that was lost must not keep the next one from opening.
    overrideInteractionInProgress: true,
    ...(account === null ? { prompt: 'select_account' } : { account }),
    ...(claims === null ? {} : { claims }),
    // The portal's registration is client and resource, so that what it needs of Azure is asked for here.
    ...(consent.length === 0 ? {} : { extraScopesToConsent: [...consent], prompt: 'consent' }),
  })
}

function failedBy(error: unknown): SignInOutcome {
  return { ...signInEndOf(error), isOther: false }
}
