import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ClientAssertionCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity'
import { decodeJwt } from 'jose'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { identities } from '../../src/seed-resources.ts'
import { identityHeader } from '../../src/seed.ts'
import { given } from '../../src/testing/given.ts'
import { mintToken } from '../loop/mint-token.ts'
import { automationCredential, credentialOptions } from '../sdk/clients.ts'
import { onEmulator } from '../target/on-emulator.ts'
import { openTarget } from '../target/target.ts'

const target = await openTarget()
const options = credentialOptions(target)
const { tenantId } = target
const arm = 'https://management.azure.com/.default'
const deployer = given(
  identities.find(({ name }) => name === 'id-pay-deploy'),
  'a seeded identity',
)

afterAll(() => target.close())

test('ClientSecretCredential signs in and keeps the token', async () => {
  const credential = automationCredential(target)
  const first = await credential.getToken(arm)
  expect(decodeJwt(first.token)).toMatchObject({
    appid: target.automation.clientId,
    tid: tenantId,
    idtyp: 'app',
  })
  expect((await credential.getToken(arm)).token).toBe(first.token)
})

test('ClientSecretCredential asks anew when continuous access evaluation is on', async () => {
  const credential = automationCredential(target)
  const plain = await credential.getToken(arm)
  const evaluated = await credential.getToken(arm, { enableCae: true })
  expect(evaluated.token).not.toBe(plain.token)
  expect(decodeJwt(evaluated.token).xms_cc).toContain('cp1')
  expect(decodeJwt(plain.token).xms_cc).toBeUndefined()
})

test('ClientSecretCredential hears of a wrong secret', async () => {
  const credential = new ClientSecretCredential(tenantId, target.automation.clientId, 'not-it', options)
  await expect(credential.getToken(arm)).rejects.toThrow('AADSTS7000215')
})

test('ClientSecretCredential does not find an unknown tenant', async () => {
  const unknown = '11111111-2222-4333-8444-555555555555'
  const credential = new ClientSecretCredential(unknown, target.automation.clientId, 'any', options)
  await expect(credential.getToken(arm)).rejects.toThrow('endpoints_resolution_error')
})

test('ClientSecretCredential hears that a scope must end in /.default', async () => {
  const attempt = automationCredential(target).getToken('https://management.azure.com/user_impersonation')
  await expect(attempt).rejects.toThrow('AADSTS1002012')
})

test(
  'ClientAssertionCredential signs a managed identity in with an outside token',
  onEmulator(target, 'outside tokens', async (emulator) => {
    const fields = { owner: 'contoso', repository: 'pay-api', environment: 'prod' }
    const credential = new ClientAssertionCredential(
      tenantId,
      deployer.clientId,
      () => mintToken(emulator, 'github', fields),
      options,
    )
    expect(decodeJwt((await credential.getToken(arm)).token)).toMatchObject({
      oid: deployer.principalId,
      appid: deployer.clientId,
      xms_mirid: expect.stringMatching(/userAssignedIdentities\/id-pay-deploy$/i),
    })
  }),
)

test(
  'WorkloadIdentityCredential signs in with the token of a pod, named by environment variables',
  onEmulator(target, 'outside tokens', async (emulator) => {
    const folder = mkdtempSync(join(tmpdir(), 'pod-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const runtime = given(
      identities.find(({ name }) => name === 'id-pay-runtime'),
      'a seeded identity',
    )
    const file = join(folder, 'azure-identity-token')
    writeFileSync(file, await mintToken(emulator, 'cluster', { namespace: 'pay', serviceAccount: 'pay-api' }))
    vi.stubEnv('AZURE_TENANT_ID', tenantId)
    vi.stubEnv('AZURE_CLIENT_ID', runtime.clientId)
    vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', file)
    vi.stubEnv('AZURE_AUTHORITY_HOST', target.authorityHost)
    onTestFinished(() => void vi.unstubAllEnvs())
    const credential = new WorkloadIdentityCredential({ disableInstanceDiscovery: true })
    expect(decodeJwt((await credential.getToken(arm)).token)).toMatchObject({ oid: runtime.principalId })
  }),
)

test(
  'ManagedIdentityCredential gets a token where the platform says, and it is a credential of an application',
  onEmulator(target, 'identity endpoint', async (emulator) => {
    vi.stubEnv('IDENTITY_ENDPOINT', `${emulator.browserOrigin}/msi/token`)
    vi.stubEnv('IDENTITY_HEADER', identityHeader)
    onTestFinished(() => void vi.unstubAllEnvs())
    const credential = new ManagedIdentityCredential({ clientId: deployer.clientId })
    const token = await credential.getToken('api://AzureADTokenExchange/.default')
    expect(decodeJwt(token.token)).toMatchObject({
      iss: expect.stringMatching(new RegExp(tenantId)),
      sub: deployer.principalId,
      aud: expect.stringMatching(/api:\/\/AzureADTokenExchange|fb60f99c-7a34-4190-8149-302f77469936/),
    })
  }),
)
