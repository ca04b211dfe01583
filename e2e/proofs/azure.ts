import { automationClient, subscriptions } from '@trustwright/emulator/seed'
import { sendOk } from './send.ts'
import { type RunningEmulator, startEmulator } from './start-emulator.ts'

export type Claims = Record<string, unknown>

/** The tenant that the proofs write to, and the tokens to do it with. */
export interface Azure extends RunningEmulator {
  subscriptionId: string
  location: string
  automation: { clientId: string; clientSecret: string }
  armToken: string
  graphToken: string
}

export async function openAzure(): Promise<Azure> {
  const emulator = await startEmulator()
  const tokenFor = (resource: string) => secretSignIn(emulator, `${resource}/.default`)
  return {
    ...emulator,
    subscriptionId: subscriptions.development.subscriptionId,
    location: 'westeurope',
    automation: automationClient,
    armToken: await tokenFor('https://management.azure.com'),
    graphToken: await tokenFor('https://graph.microsoft.com'),
  }
}

async function secretSignIn(emulator: RunningEmulator, scope: string): Promise<string> {
  const answer = await askForToken(emulator, {
    client_id: automationClient.clientId,
    client_secret: automationClient.clientSecret,
    scope,
  })
  if (!('accessToken' in answer)) throw new Error(`the automation account is refused: ${answer.error}`)
  return answer.accessToken
}

/** Signs in with an outside token: `signed in`, or the number of Entra's refusal such as `AADSTS700213`. */
export async function exchange(
  emulator: RunningEmulator,
  clientId: string,
  assertion: string,
): Promise<string> {
  const answer = await askForToken(emulator, {
    client_id: clientId,
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: 'https://management.azure.com/.default',
  })
  return 'accessToken' in answer ? 'signed in' : (/^AADSTS\d+/.exec(answer.error)?.[0] ?? answer.error)
}

async function askForToken(
  { httpsOrigin, tenantId }: RunningEmulator,
  form: Record<string, string>,
): Promise<{ accessToken: string } | { error: string }> {
  const response = await fetch(`${httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  })
  const body: { access_token?: string; error_description?: string } = await response.json()
  if (body.access_token !== undefined) return { accessToken: body.access_token }
  return { error: body.error_description ?? `it answered ${response.status}` }
}

/** A token as the outside platform would issue it, from the platform's own fields, and what it says. */
export function mint(
  { browserOrigin }: RunningEmulator,
  platform: string,
  job: Readonly<Record<string, unknown>>,
): Promise<{ token: string; claims: Claims }> {
  return sendOk('POST', `${browserOrigin}/issuers/${platform}/token`, { body: job })
}
