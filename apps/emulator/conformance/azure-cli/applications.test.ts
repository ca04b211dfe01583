import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTarget } from '../target/target.ts'
import { openAzureCli } from './azure-cli.ts'
import { registerCloud, signInWithSecret } from './register-cloud.ts'

const target = await openTarget()
const az = openAzureCli(target, '2. Applications and their credentials')
const made = z.object({ appId: z.guid(), id: z.guid() })
const issuer = 'https://token.actions.githubusercontent.com'
const subject = 'repo:octo-org/octo-repo:environment:prod'
const audiences = ['api://AzureADTokenExchange']
let application = { appId: '', id: '' }

beforeAll(async () => {
  await registerCloud(az, target)
  await signInWithSecret(az, target)
})
afterAll(async () => {
  if (application.id !== '') await az.run('ad app delete', { id: application.id })
  az.close()
  await target.close()
})

test('az ad app create, show and list', async () => {
  const created = await az.json('ad app create', { 'display-name': 'judge-deploy' })
  expect(created).toMatchObject({ displayName: 'judge-deploy', identifierUris: [], passwordCredentials: [] })
  application = made.parse(created)
  expect(await az.json('ad app show', { id: application.appId })).toMatchObject(application)
  const listed = await az.json('ad app list', { 'display-name': 'judge-deploy' })
  expect(listed).toContainEqual(expect.objectContaining(application))
})

test('az ad app update changes an application', async () => {
  const redirect = 'https://deploy.contoso.example/callback'
  await az.json('ad app update', { id: application.id, 'web-redirect-uris': redirect })
  expect(await az.json('ad app show', { id: application.id })).toMatchObject({
    web: { redirectUris: [redirect] },
  })
})

test('az ad app federated-credential create, show, list, update and delete', async () => {
  const { id } = application
  const fields = { name: 'octo-prod', issuer, subject, audiences, description: 'Deploys' }
  const one = { id, 'federated-credential-id': 'octo-prod' }
  const created = await az.json('ad app federated-credential create', {
    id,
    parameters: JSON.stringify(fields),
  })
  expect(created).toMatchObject({ ...fields, id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(await az.json('ad app federated-credential show', one)).toMatchObject(fields)
  expect(await az.json('ad app federated-credential list', { id })).toHaveLength(1)
  const changed = { ...fields, subject: `${subject}-2` }
  const file = az.file('credential.json', changed)
  await az.json('ad app federated-credential update', { ...one, parameters: `@${file}` })
  expect(await az.json('ad app federated-credential show', one)).toMatchObject(changed)
  await az.json('ad app federated-credential delete', one)
  expect(await az.json('ad app federated-credential list', { id })).toEqual([])
})

test('az ad sp create, show and list', async () => {
  const { appId } = application
  expect(await az.json('ad sp create', { id: appId })).toMatchObject({
    appId,
    servicePrincipalType: 'Application',
    appOwnerOrganizationId: target.tenantId,
  })
  expect(await az.json('ad sp show', { id: appId })).toMatchObject({ appId })
  expect(await az.json('ad sp list', { filter: `appId eq '${appId}'` })).toHaveLength(1)
})

test('az ad app owner add and list', async () => {
  const { id } = application
  const other = made.parse(await az.json('ad app create', { 'display-name': 'judge-owner' }))
  const owner = z.object({ id: z.guid() }).parse(await az.json('ad sp create', { id: other.appId }))
  await az.json('ad app owner add', { id, 'owner-object-id': owner.id })
  expect(await az.json('ad app owner list', { id })).toContainEqual(expect.objectContaining(owner))
  await az.json('ad app owner remove', { id, 'owner-object-id': owner.id })
  await az.json('ad app delete', { id: other.id })
})

test('az ad app credential reset gives a secret that signs in', async () => {
  const { appId } = application
  const secret = z
    .object({ appId: z.guid(), password: z.string(), tenant: z.guid() })
    .parse(await az.json('ad app credential reset', { id: appId, append: true }))
  const other = openAzureCli(target, '')
  try {
    await registerCloud(other, target)
    const login = other.json('login', {
      'service-principal': true,
      username: secret.appId,
      password: secret.password,
      tenant: secret.tenant,
      'allow-no-subscriptions': true,
    })
    expect(await login).toContainEqual(expect.objectContaining({ tenantId: target.tenantId }))
  } finally {
    other.discard()
  }
})

test('az rest reads the credentials of every application that trusts an issuer', async () => {
  const { id } = application
  const fields = { name: 'octo-main', issuer, subject: `${subject}-main`, audiences }
  await az.json('ad app federated-credential create', { id, parameters: JSON.stringify(fields) })
  const filter = `federatedIdentityCredentials/any(f:f/issuer eq '${issuer}')`
  const query = `$count=true&$filter=${encodeURIComponent(filter)}&$expand=federatedIdentityCredentials`
  const found = await az.json('rest', {
    url: `${target.graph}/v1.0/applications?${query}`,
    headers: 'ConsistencyLevel=eventual',
    ...(target.emulator ? { resource: `${target.graph}/` } : {}),
  })
  expect(found).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ id })]) })
})

test.for([
  [
    'the same name',
    { name: 'octo-main', subject: 'repo:octo-org/else:pull_request' },
    'octo-main already exists',
  ],
  ['the same issuer and subject', { name: 'octo-2', subject: `${subject}-main` }, 'must be unique'],
] as const)(
  'az ad app federated-credential create with %s is refused in words of Graph',
  async ([, fields, words]) => {
    const parameters = JSON.stringify({ issuer, audiences, ...fields })
    const said = await az.refusal('ad app federated-credential create', { id: application.id, parameters })
    expect(said).toContain(words)
  },
)

test('az ad app delete takes the application away', async () => {
  await az.json('ad app delete', { id: application.id })
  expect(await az.refusal('ad app show', { id: application.id })).toContain('does not exist')
})
