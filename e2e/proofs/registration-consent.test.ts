import { accounts } from '@trustwright/emulator/seed'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Azure, openAzure } from './azure.ts'
import { openShell, type Shell } from './run-azure-cli.ts'
import { register } from './run-registration.ts'
import { sendOk } from './send.ts'
import { signInToCli } from './sign-in-to-cli.ts'

// One registration of a person who may register applications, as every member may by default, but may not consent for others: each test
// goes on where the one before ended.
const patience = 240_000
const settings = {
  CREDENTIAL: 'kubernetes',
  KUBERNETES_ISSUER: 'https://k8s.contoso.example',
  KUBERNETES_SERVICE_ACCOUNT: 'portal:portal',
}
let azure: Azure
let developer: Shell
/** Of who may consent. */
let administrator: Shell

beforeAll(async () => {
  azure = await openAzure()
  ;[developer, administrator] = await Promise.all([
    openShell(azure, 'nobody'),
    openShell(azure, 'automation'),
  ])
  await signInToCli(developer, azure, accounts.developer)
}, patience)
afterAll(async () => {
  developer.close()
  administrator.close()
  await azure.close()
})

const list = async <T>(path: string) => {
  const address = `${azure.httpsOrigin}/v1.0/${path}`
  return (await sendOk<{ value: T[] }>('GET', address, { token: azure.graphToken })).value
}

/** All that the script has written so far. */
async function written() {
  const [application, ...others] = await list<{ appId: string }>(
    "applications?$filter=uniqueName eq 'trustwright'",
  )
  const appId = application?.appId ?? ''
  const principals = await list<{ id: string }>(`servicePrincipals?$filter=appId eq '${appId}'`)
  const grants = await list<{ clientId: string; scope: string }>('oauth2PermissionGrants')
  const trusts = await list<{ name: string }>(`applications(appId='${appId}')/federatedIdentityCredentials`)
  return {
    appId,
    registrations: 1 + others.length,
    principals: principals.map(({ id }) => id),
    consents: grants
      .filter(({ clientId }) => clientId === principals[0]?.id)
      .map(({ scope }) => scope)
      .toSorted(),
    trusts: trusts.map(({ name }) => name),
  }
}
let begun: Awaited<ReturnType<typeof written>>

test(
  'where Graph refuses consent, the script ends with which right that takes and how it goes without, and consents to nothing',
  async () => {
    const answered = register(developer, azure, settings)
    await expect(answered).rejects.toThrow('ended with 1: ')
    for (const words of [
      'Authorization_RequestDenied',
      'You may not do this: it takes the directory role Cloud Application Administrator,',
      'Without it: CONSENT=no, and somebody who has it presses Grant admin consent.',
      'The registration was begun. Run the script again',
    ])
      await expect(answered).rejects.toThrow(words)
    await expect(answered).rejects.not.toThrow(/CLIENT_ID=|once more in/)
    begun = await written()
    expect(begun).toMatchObject({ registrations: 1, consents: [], trusts: [] })
    expect(begun.principals).toHaveLength(1)
  },
  patience,
)

test(
  'without consent the same person registers all the rest, and is told who presses what, and where',
  async () => {
    const { variables, told } = await register(developer, azure, { ...settings, CONSENT: 'no' })
    expect(variables).toMatchObject({ CLIENT_ID: begun.appId, CLIENT_ASSERTION: 'kubernetes' })
    expect(told).toContain('consent for everybody to these: no')
    expect(told).toMatch(
      /a Cloud Application Administrator,.* opens App registrations > Trustwright \(.*and presses Grant admin consent/,
    )
    expect(told).toContain(begun.appId)
    expect(await written()).toEqual({ ...begun, trusts: ['own-kubernetes'] })
  },
  patience,
)

test(
  'somebody who may consent finishes it by the same script, and nothing is there twice',
  async () => {
    const { variables, told } = await register(administrator, azure, settings)
    expect(variables.CLIENT_ID).toBe(begun.appId)
    expect(told).not.toContain('presses Grant admin consent')
    expect(await written()).toEqual({
      ...begun,
      trusts: ['own-kubernetes'],
      consents: [expect.stringMatching(/^openid profile offline_access User\.Read /), 'user_impersonation'],
    })
  },
  patience,
)
