import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { tenantId } from '../seed.ts'
import { given } from '../testing/given.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { clusterJobs } from './testing/cluster-jobs.ts'
import { pipelineJobs } from './testing/pipeline-jobs.ts'
import { findPlatform } from './catalogue.ts'
import { platforms } from './platform-list.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, browserOrigin } = emulator

const pod = { namespace: 'pay', serviceAccount: 'pay-api' }
const uuid = '936a5312-a3b8-4921-8b3f-2cec8baac574'
const other = '00112233-4455-6677-8899-aabbccddeeff'
const jobs = [...clusterJobs, ...pipelineJobs]

const minted = z.object({ token: z.string(), claims: z.record(z.string(), z.unknown()) })

function post(id: string, fields: unknown) {
  return emulator.fetch(`${browserOrigin}/issuers/${id}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
}

test.for(jobs)(
  '%s mints from %j for %s the subject %s, which the keys at its real address prove',
  async ([id, fields, issuer, subject, audience = 'api://AzureADTokenExchange']) => {
    const response = await post(id, fields)
    expect(response.status).toBe(200)
    const { token, claims } = minted.parse(await response.json())
    expect(claims).toMatchObject({ iss: issuer, sub: subject })
    const discovery = await world.fetchIssuer(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    const document = z.object({ issuer: z.string(), jwks_uri: z.string() }).parse(JSON.parse(discovery.body))
    expect(document.issuer).toBe(issuer)
    const keys = createRemoteJWKSet(new URL(document.jwks_uri), {
      [customFetch]: async (url) => new Response((await world.fetchIssuer(url)).body),
    })
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'] })
    expect(payload.sub).toBe(subject)
  },
)

test.for(platforms)(
  'the example of $id is enough to mint for its standard issuer',
  ({ example, standardIssuer, compose }) => {
    expect(compose(example, world)).toMatchObject({ issuer: standardIssuer })
  },
)

test('every platform of the catalogue is among the jobs above', () => {
  const covered = new Set(['github', ...jobs.map(([id]) => id)])
  expect(platforms.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([])
})

test.for(jobs.filter(([id]) => id !== 'generic'))(
  '%s: fields %j are found again in issuer and subject',
  ([id, , issuer, subject]) => {
    const platform = given(findPlatform(id), 'a platform')
    expect(platform.fieldsOfIssuer(issuer, world)).toBeDefined()
    expect(platform.fieldsOfSubject(subject)).toBeDefined()
  },
)

test.for<[string, Record<string, unknown>, string]>([
  ['aks', { ...pod, clusterId: 'C0FFEE' }, 'clusterId'],
  ['aks', { ...pod, region: 'ib' }, 'region'],
  ['aks', { ...pod, clusterResourceId: '/subscriptions/none' }, 'clusterResourceId'],
  ['kubernetes', { ...pod, host: 'k8s.attacker.com' }, 'host'],
  ['gitlab', { host: 'gitlab.attacker.com', ref: 'main' }, 'host'],
  ['gitlab', { projectPath: 'no-group', ref: 'main' }, 'projectPath'],
  ['gitlab', { ref: 'main', subjectComponents: ['ref', 'project_path'] }, 'subjectComponents'],
  ['gitlab', { ref: 'main', subjectComponents: ['project_path', 'secret'] }, 'subjectComponents.1'],
  ['hcp-terraform', { organization: 'o', project: 'p', workspace: 'w', runPhase: 'destroy' }, 'runPhase'],
  ['google', { uniqueId: 'deploy@contoso.iam.gserviceaccount.com' }, 'uniqueId'],
  ['aws', { principalArn: 'arn:aws:sts::111122223333:assumed-role/deploy/x' }, 'principalArn'],
  ['spiffe', { trustDomain: 'Contoso.example', path: 'a' }, 'trustDomain'],
  ['spiffe', { trustDomain: 'contoso.example', path: '/a' }, 'path'],
  ['buildkite', { subjectClaim: 'pipeline_id' }, 'subjectId'],
  ['semaphore', { organization: 'o', projectId: uuid, repository: 'r', audience: 'api://x' }, 'audience'],
  ['google', { uniqueId: '104928374650192837465', expiresInSeconds: '60' }, 'expiresInSeconds'],
  ['google', { uniqueId: '104928374650192837465', audience: '' }, 'audience'],
  ['generic', { issuer: 'http://sts.contoso.example', subject: 's' }, 'issuer'],
  ['generic', { issuer: 'https://attacker.com', subject: 's' }, 'issuer'],
  ['generic', { issuer: 'https://sts.contoso.example:444', subject: 's' }, 'issuer'],
  ['generic', { issuer: 'https://sts.contoso.example?x=1', subject: 's' }, 'issuer'],
])('%s refuses %j and names %s', async ([id, fields, field]) => {
  const response = await post(id, fields)
  expect(response.status).toBe(400)
  const body = z
    .object({ error: z.object({ details: z.array(z.object({ target: z.string() })) }) })
    .parse(await response.json())
  expect(body.error.details.map(({ target }) => target)).toContain(field)
})

test('a cluster that ARM knows is named by its resource ID', async () => {
  const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/shop'
  const issuerURL = `https://francecentral.oic.prod-aks.azure.com/${tenantId}/${uuid}/`
  world.store.resources.put(id.toLowerCase(), {
    id,
    name: 'shop',
    type: 'Microsoft.ContainerService/managedClusters',
    location: 'francecentral',
    tags: {},
    properties: { oidcIssuerProfile: { enabled: true, issuerURL } },
    extra: {},
    createdAt: world.clock.now(),
  })
  const { claims } = minted.parse(await (await post('aks', { ...pod, clusterResourceId: id })).json())
  expect(claims.iss).toBe(issuerURL)
})

test('a token can be expired, young or old on purpose', async () => {
  const now = Math.floor(world.clock.now() / 1000)
  const fields = { uniqueId: '104928374650192837465', expiresInSeconds: -60, issuedSecondsAgo: 3600 }
  const { claims } = minted.parse(await (await post('google', fields)).json())
  expect(Number(claims.exp)).toBeLessThan(now)
  expect(Number(claims.iat)).toBeLessThanOrEqual(now - 3599)
})

test('two clusters do not share a key', async () => {
  const keysOf = async (clusterId: string) =>
    (
      await world.fetchIssuer(
        `https://westeurope.oic.prod-aks.azure.com/${tenantId}/${clusterId}/openid/v1/jwks`,
      )
    ).body
  expect(await keysOf(uuid)).not.toBe(await keysOf(other))
})

test.for([
  'https://westeurope.oic.prod-aks.azure.com/.well-known/openid-configuration',
  `https://westeurope.oic.prod-aks.azure.com/${tenantId}/not-a-guid/.well-known/openid-configuration`,
  `https://westeurope.oic.prod-aks.azure.com/${tenantId}/${uuid}/.well-known/openid-configuration/`,
  'https://gitlab.com/contoso/.well-known/openid-configuration',
  'https://gitlab.com/.WELL-KNOWN/openid-configuration',
  'https://gitlab.com/.well-known/jwks',
  'https://token.actions.githubusercontent.com/nobody/.well-known/openid-configuration',
  'https://www.googleapis.com/.well-known/openid-configuration',
])('nothing lies at %s', async (address) => {
  expect(await world.fetchIssuer(address)).toMatchObject({ status: 404 })
})

test('the catalogue is listed with the fields of each platform', async () => {
  const list = z
    .object({
      value: z.array(
        z.looseObject({
          id: z.string(),
          aliases: z.array(z.string()),
          fields: z.array(z.looseObject({ name: z.string(), label: z.string(), required: z.boolean() })),
        }),
      ),
      brokenOnPurpose: z.array(z.object({ id: z.string(), issuer: z.string(), what: z.string() })),
    })
    .parse(await (await emulator.fetch(`${browserOrigin}/issuers`)).json())
  const gitlab = given(
    list.value.find(({ id }) => id === 'gitlab'),
    'GitLab in the list',
  )
  expect(gitlab.fields).toContainEqual({
    name: 'refType',
    label: 'Branch or tag',
    required: false,
    kind: 'text',
    options: ['branch', 'tag'],
    standard: 'branch',
  })
  expect(list.value.find(({ id }) => id === 'aks')?.aliases).toEqual(['cluster'])
  expect(list.brokenOnPurpose).toHaveLength(19)
})
