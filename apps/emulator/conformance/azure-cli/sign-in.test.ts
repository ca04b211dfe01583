import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, subscriptions } from '../../src/seed.ts'
import { identities } from '../../src/seed-resources.ts'
import { given } from '../../src/testing/given.ts'
import { confirmDevice } from '../people/confirm-device.ts'
import { mintToken } from '../loop/mint-token.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'
import { openAzureCli } from './azure-cli.ts'
import { assignRole, principalIdsIn } from './roles.ts'
import { registerCloud } from './register-cloud.ts'

const target = await openTarget()
const az = openAzureCli(target, '4. Signing in, and being refused')
const deployer = given(
  identities.find(({ name }) => name === 'id-pay-deploy'),
  'a seeded identity',
)
const { subscriptionId } = subscriptions.production
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`

beforeAll(() => registerCloud(az, target))
afterAll(async () => {
  az.close()
  await target.close()
})

function loginWith(token: string) {
  const { clientId: username } = deployer
  const as = { 'service-principal': true, username, tenant: target.tenantId } as const
  return { ...as, 'federated-token': token, 'allow-no-subscriptions': true } as const
}

test(
  'az login with device code signs a person in',
  onEmulator(target, 'person to type the code in', async () => {
    const { username } = accounts.admin
    let confirmed: Promise<string> | undefined
    const login = az.json('login', { 'use-device-code': true }, (stderr) => {
      const [, page, code] = /open the page (\S+) and enter the code (\S+) to/.exec(stderr) ?? []
      if (page && code) confirmed ??= confirmDevice({ page, code, username })
    })
    expect(await login).toContainEqual(
      expect.objectContaining({ id: subscriptionId, user: { name: username, type: 'user' } }),
    )
    await confirmed
    expect(await az.json('ad signed-in-user show')).toMatchObject({
      userPrincipalName: username,
    })
  }),
)

test(
  'the person gives an identity a role',
  onEmulator(target, 'person to sign in', async () => {
    const { principalId } = deployer
    const assigned = await assignRole(az, { scope: group, principalId, role: 'Reader', roleId: reader })
    expect(principalIdsIn([assigned])).toEqual([principalId])
    await az.json('logout')
  }),
)

test(
  'az login with a federated token acts as the managed identity',
  onEmulator(target, 'outside tokens', async (emulator) => {
    const fields = { owner: 'contoso', repository: 'pay-api', environment: 'prod' }
    const accounts = await az.json('login', loginWith(await mintToken(emulator, 'github', fields)))
    expect(accounts).toContainEqual(
      expect.objectContaining({
        id: subscriptionId,
        user: { name: deployer.clientId, type: 'servicePrincipal' },
      }),
    )
    expect(await az.json('group show', { name: 'rg-pay', subscription: subscriptionId })).toMatchObject({
      name: 'rg-pay',
    })
  }),
)

test(
  'what no role allows is refused with AuthorizationFailed',
  onEmulator(target, 'outside tokens', async () => {
    const words = await az.refusal('group show', { name: 'rg-platform', subscription: subscriptionId })
    expect(words).toContain('(AuthorizationFailed)')
    expect(words).toContain(`with object id '${deployer.principalId}' does not have authorization to perform`)
    const create = { name: 'by-identity', 'identity-name': 'id-pay-deploy', 'resource-group': 'rg-pay' }
    const write = await az.refusal('identity federated-credential create', {
      ...create,
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:octo-org/octo-repo:pull_request',
      audiences: 'api://AzureADTokenExchange',
      subscription: subscriptionId,
    })
    expect(write).toContain(
      'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    )
  }),
)

test.for([
  ['another environment', { environment: 'staging' }, 'AADSTS700213'],
  ['another spelling', { environment: 'PROD' }, 'AADSTS7002138'],
  ['another audience', { environment: 'prod', audience: 'https://github.com/contoso' }, 'AADSTS700212'],
] as const)('a federated token of %s is refused with its number', ([, fields, number], context) =>
  onEmulator(target, 'outside tokens', async (emulator) => {
    const token = await mintToken(emulator, 'github', { owner: 'contoso', repository: 'pay-api', ...fields })
    expect(await az.refusal('login', loginWith(token))).toContain(number)
  })(context),
)

test(
  'a wrong secret is refused with its number',
  onEmulator(target, 'client that may be locked out', async () => {
    const { clientId: username } = target.automation
    const as = { 'service-principal': true, username, password: 'not-the-secret', tenant: target.tenantId }
    expect(await az.refusal('login', { ...as, 'service-principal': true })).toContain('AADSTS7000215')
  }),
)
