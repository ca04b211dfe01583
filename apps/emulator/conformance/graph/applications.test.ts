import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { automationCredential } from '../sdk/clients.ts'
import { openTarget } from '../target/target.ts'
import { graphClient } from './graph-client.ts'

const target = await openTarget()
const credential = automationCredential(target)
const graph = graphClient(target, credential)
const beta = graphClient(target, credential, 'beta')
const made = z.object({ id: z.guid(), appId: z.guid() })
const list = z.object({ value: z.array(z.looseObject({ id: z.string() })) })
const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const applications: string[] = []

afterAll(async () => {
  for (const id of applications) await graph.api(`/applications/${id}`).delete()
  await target.close()
})

async function makeApplication(displayName: string) {
  const { id, appId } = made.parse(
    await graph.api('/applications').post({ displayName, signInAudience: 'AzureADMyOrg' }),
  )
  applications.push(id)
  return { id, appId, credentials: `/applications/${id}/federatedIdentityCredentials` }
}

test('graph-client makes, reads by three keys, and changes an application', async () => {
  const { id, appId } = await makeApplication('judge-one')
  expect(await graph.api(`/applications/${id}`).get()).toMatchObject({ id, appId, displayName: 'judge-one' })
  expect(await graph.api(`/applications(appId='${appId}')`).select('id').get()).toMatchObject({ id })
  await graph.api(`/applications/${id}`).patch({ api: { requestedAccessTokenVersion: 2 } })
  expect(await graph.api(`/applications/${id}`).get()).toMatchObject({
    api: { requestedAccessTokenVersion: 2 },
  })
})

test('graph-client makes, reads by id and name, changes and deletes a credential', async () => {
  const { id, appId, credentials } = await makeApplication('judge-credentials')
  const subject = 'repo:octo-org/octo-repo:environment:prod'
  const fields = { name: 'octo-prod', issuer, subject, audiences, description: 'Deploys' }
  const created = z.looseObject({ id: z.guid() }).parse(await graph.api(credentials).post({ ...fields }))
  expect(created).toMatchObject(fields)
  expect(await graph.api(`${credentials}/${created.id}`).get()).toMatchObject(fields)
  expect(await graph.api(`${credentials}/octo-prod`).get()).toMatchObject({ id: created.id })
  expect(await graph.api(`${credentials}(name='octo-prod')`).get()).toMatchObject({ id: created.id })
  const byAppId = `/applications(appId='${appId}')/federatedIdentityCredentials`
  expect(list.parse(await graph.api(byAppId).get()).value).toHaveLength(1)
  await graph.api(`${credentials}/octo-prod`).patch({ subject: `${subject}-2` })
  expect(await graph.api(`${credentials}/octo-prod`).get()).toMatchObject({ subject: `${subject}-2` })
  await graph.api(`${credentials}/${created.id}`).delete()
  await expect(graph.api(`${credentials}/octo-prod`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'Request_ResourceNotFound',
  })
  expect(await graph.api(`/applications/${id}?$expand=federatedIdentityCredentials`).get()).toMatchObject({
    federatedIdentityCredentials: [],
  })
})

test('graph-client upserts a credential only when it says so', async () => {
  const { credentials } = await makeApplication('judge-upsert')
  const one = `${credentials}(name='octo-main')`
  const body = { issuer, subject: 'repo:octo-org/octo-repo:ref:refs/heads/main', audiences }
  await expect(graph.api(one).patch(body)).rejects.toMatchObject({ statusCode: 404 })
  const upsert = () => graph.api(one).header('Prefer', 'create-if-missing').patch(body)
  expect(await upsert()).toMatchObject({ name: 'octo-main', ...body })
  expect(await upsert()).toBeUndefined()
  expect(list.parse(await graph.api(credentials).get()).value).toHaveLength(1)
})

test.for([
  [
    'the same name',
    { name: 'first', subject: 'repo:octo-org/b:pull_request' },
    409,
    'Request_MultipleObjectsWithSameKeyValue',
  ],
  [
    'the same pair',
    { name: 'second', subject: 'repo:octo-org/a:pull_request' },
    400,
    'InvalidFederatedIdentityCredentialValue',
  ],
] as const)('graph-client hears that %s is there', async ([, fields, statusCode, code]) => {
  const { credentials } = await makeApplication('judge-refused')
  const first = { name: 'first', issuer, subject: 'repo:octo-org/a:pull_request', audiences }
  await graph.api(credentials).post(first)
  await expect(graph.api(credentials).post({ issuer, audiences, ...fields })).rejects.toMatchObject({
    statusCode,
    code,
  })
})

test('graph-client hears that a 21st credential is too many', async () => {
  const { credentials } = await makeApplication('judge-full')
  const add = (index: number) =>
    graph.api(credentials).post({ name: `fic-${index}`, issuer, subject: `s-${index}`, audiences })
  for (let index = 0; index < 20; index += 1) await add(index)
  await expect(add(20)).rejects.toMatchObject({ statusCode: 403 })
})

test('a flexible credential is written and read with beta', async () => {
  const { credentials } = await makeApplication('judge-flexible')
  const value =
    "claims['sub'] matches 'repo:octo-org/octo-repo:ref:refs/heads/*' and claims['repository_id'] eq '456789'"
  const flexible = {
    name: 'flexible',
    issuer,
    audiences,
    claimsMatchingExpression: { value, languageVersion: 1 },
  }
  expect(await beta.api(credentials).post(flexible)).toMatchObject({ ...flexible, subject: null })
  const bad = {
    ...flexible,
    name: 'bad',
    claimsMatchingExpression: { value: "claims['sub'] matches 'x'", languageVersion: 1 },
  }
  await expect(beta.api(credentials).post(bad)).rejects.toMatchObject({
    statusCode: 400,
    code: 'InvalidFederatedIdentityCredentialValue',
  })
  expect(JSON.stringify(await graph.api(credentials).get())).not.toContain('claimsMatchingExpression')
})

test('graph-client asks who trusts an issuer, which needs the header', async () => {
  const { id, credentials } = await makeApplication('judge-search')
  await graph
    .api(credentials)
    .post({ name: 'first', issuer: 'https://ci.contoso.example', subject: 'one', audiences })
  const ask = () =>
    graph
      .api('/applications')
      .filter("federatedIdentityCredentials/any(f:f/issuer eq 'https://ci.contoso.example')")
      .count(true)
  const found = list.parse(await ask().header('ConsistencyLevel', 'eventual').get())
  expect(found.value.map((application) => application.id)).toEqual([id])
  await expect(ask().get()).rejects.toMatchObject({ statusCode: 400, code: 'Request_UnsupportedQuery' })
})

test('graph-client searches applications by name', async () => {
  const { id } = await makeApplication('judge-unusual-word')
  const found = await graph
    .api('/applications')
    .header('ConsistencyLevel', 'eventual')
    .search('"displayName:unusual"')
    .get()
  expect(list.parse(found).value.map((application) => application.id)).toEqual([id])
})

test('graph-client gives an application a principal, and that principal another application to own', async () => {
  const { id } = await makeApplication('judge-owned')
  const { appId } = await makeApplication('judge-owner')
  const principal = made.parse(await graph.api('/servicePrincipals').post({ appId }))
  const owner = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${principal.id}` }
  await graph.api(`/applications/${id}/owners/$ref`).post(owner)
  const owners = async () => list.parse(await graph.api(`/applications/${id}/owners`).get()).value
  expect((await owners()).map((found) => found.id)).toContain(principal.id)
  await graph.api(`/applications/${id}/owners/${principal.id}/$ref`).delete()
  expect((await owners()).map((found) => found.id)).not.toContain(principal.id)
})
