import { decodeJwt } from 'jose'
import { afterAll, afterEach, expect, test } from 'vitest'
import { azureReality, type Reality } from '../../src/kernel/reality.ts'
import { accounts } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { personAt } from '../people/interactive-credential.ts'
import { openChromium } from '../people/open-chromium.ts'
import { armClients, collect } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'
import { outcomes } from '../target/outcomes.ts'

const target = await openTarget()
const browser = target.emulator ? await openChromium() : undefined
const { username } = accounts.developer
const subject = 'repo:octo-org/octo-repo:environment:prod'
const body = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject,
  audiences: ['api://AzureADTokenExchange'],
}

afterEach(() => setReality({ ...azureReality, throttleScale: 0 }))
afterAll(async () => {
  await browser?.close()
  await target.close()
})

function setReality(reality: Partial<Reality>): void {
  if (target.emulator) Object.assign(target.emulator.world.reality, reality)
}

test(
  'arm-msi answers a demand for a second factor by asking for a token with those claims, and writes',
  onEmulator(target, 'challenge on demand', async (emulator) => {
    setReality({ claimsChallenge: 'multifactorOnWrites' })
    const person = personAt(target, given(browser, 'a browser'), { username })
    const { msi } = armClients(target, person.credential)
    const group = 'rg-pay-dev'
    expect((await collect(msi.userAssignedIdentities.listByResourceGroup(group))).length).toBeGreaterThan(0)
    expect(person.demanded).toEqual([])
    await msi.federatedIdentityCredentials.createOrUpdate(group, 'id-pay-runtime-dev', 'octo', body)
    expect(person.demanded).toEqual([expect.stringContaining('"acrs"')])
    const token = given(await person.credential.getToken('unused'), 'a token')
    expect(decodeJwt(token.token)).toMatchObject({ amr: expect.arrayContaining(['mfa']) })
    expect(await outcomes(emulator, '/federatedIdentityCredentials/octo')).toEqual([401, 201])
  }),
)

test(
  'arm-resources hears that a sign-in was revoked, signs the person in anew and goes on',
  onEmulator(target, 'challenge on demand', async (emulator) => {
    setReality({ claimsChallenge: 'continuousAccess' })
    const person = personAt(target, given(browser, 'a browser'), { username })
    const { subscriptions } = armClients(target, person.credential)
    const list = () => collect(subscriptions.tenants.list())
    expect(await list()).toHaveLength(1)
    await emulator.fetch(`${emulator.browserOrigin}/_emulator/sign-outs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username }),
    })
    expect(await list()).toHaveLength(1)
    expect(person.demanded).toEqual([expect.stringContaining('"nbf"')])
    expect(await outcomes(emulator, '/tenants')).toEqual([200, 401, 200])
  }),
)

test(
  'arm-msi waits as long as Retry-After says and writes again',
  onEmulator(target, 'throttle on demand', async (emulator) => {
    const { msi, resources } = armClients(target)
    const group = target.groupName('throttled')
    await resources.resourceGroups.createOrUpdate(group, { location: target.location })
    await msi.userAssignedIdentities.createOrUpdate(group, 'id-busy', { location: target.location })
    const write = (index: number) =>
      msi.federatedIdentityCredentials.createOrUpdate(group, 'id-busy', 'busy', {
        ...body,
        subject: `${subject}-${index}`,
      })
    setReality({ throttleScale: 1, throttleBurstSeconds: 1 })
    for (const index of [1, 2]) expect(await write(index)).toMatchObject({ name: 'busy' })
    expect(await outcomes(emulator, '/federatedIdentityCredentials/busy')).toEqual([201, 429, 200])
  }),
)
